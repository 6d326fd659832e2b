package org.rats4j.eat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

/** Sets of claims for tests. */
final class SampleClaims {
  private SampleClaims() {}

  /** Returns a set with every registered claim that {@code encoding} has. */
  static EatClaims all(Encoding encoding) {
    EatClaims.Builder claims =
        EatClaims.builder()
            .put(Claims.ISSUER, "coap://as.example.com")
            .put(Claims.SUBJECT, "device 7")
            .put(Claims.EXPIRATION, new NumericDate(new BigDecimal("1700000100.5")))
            .put(Claims.NOT_BEFORE, NumericDate.ofSeconds(1_700_000_000))
            .put(Claims.ISSUED_AT, NumericDate.ofSeconds(1_700_000_000))
            .put(Claims.UEID, Ueid.rand(Bytes.copyOf(new byte[16])))
            .put(Claims.SUEIDS, Sueids.of("card", Ueid.eui48(Bytes.ofHex("001122334455"))))
            .put(Claims.OEM_ID, OemId.pen(76543))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.of(1)))
            .put(Claims.HARDWARE_VERSION, Version.of("1.2", Version.MULTIPART_NUMERIC))
            .put(Claims.UPTIME, BigInteger.valueOf(7))
            .put(Claims.OEM_BOOT, true)
            .put(Claims.DEBUG_STATUS, DebugStatus.DISABLED_PERMANENTLY)
            .put(
                Claims.LOCATION,
                Location.builder(48.25, -11)
                    .altitude(0)
                    .accuracy(5)
                    .altitudeAccuracy(6.5)
                    .heading(359.5)
                    .speed(1)
                    .timestamp(1_700_000_000)
                    .age(4)
                    .build())
            .put(Claims.PROFILE, ProfileId.of("2.999.1"))
            .put(
                Claims.SUBMODULES,
                Submodules.of(
                    "TEE", EatClaims.builder().put(Claims.UPTIME, BigInteger.valueOf(7)).build()))
            .put(Claims.BOOT_COUNT, BigInteger.valueOf(3))
            .put(Claims.BOOT_SEED, Bytes.of(1, 2, 3))
            .put(
                Claims.DLOAS,
                List.of(
                    Dloa.of("https://dloa.example", "platform"),
                    Dloa.of("https://dloa.example", "platform", "application")))
            .put(Claims.SOFTWARE_NAME, "demo")
            .put(Claims.SOFTWARE_VERSION, Version.of("1.2.3-x"))
            .put(
                Claims.MANIFESTS,
                List.of(ContentFormatBody.ofBytes(ContentFormat.of(258), Bytes.of(0xa0))))
            .put(
                Claims.MEASUREMENTS,
                List.of(
                    ContentFormatBody.ofText(ContentFormat.of(296), "{}"),
                    ContentFormatBody.ofBytes(ContentFormat.of(295), Bytes.of(0xa0))))
            .put(
                Claims.MEASUREMENT_RESULTS,
                List.of(
                    MeasurementResults.of(
                        "loader",
                        MeasurementResult.of("kernel", MeasurementResult.Outcome.SUCCESS),
                        MeasurementResult.of("initrd", MeasurementResult.Outcome.NOT_RUN))))
            .put(Claims.INTENDED_USE, IntendedUse.CERTIFICATE_ISSUANCE)
            .put(Claims.CMW, CmwRecord.of(MediaType.of("a/b"), Bytes.of(1)));
    if (encoding == Encoding.CBOR) {
      claims
          .put(Claims.AUDIENCE, Audience.of("verifier"))
          .put(Claims.CWT_ID, Bytes.of(7))
          .put(Claims.CONFIRMATION, Confirmation.ofKeyId(Bytes.of(1, 2)))
          .put(Claims.SCOPE, TextOrBytes.of(Bytes.of(0xa0)))
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(Bytes.copyOf(new byte[8]))));
    } else {
      claims
          .put(Claims.AUDIENCE, Audience.of("verifier", "auditor"))
          .put(Claims.JWT_ID, "seven")
          .put(Claims.CONFIRMATION, Confirmation.ofKeyId("key-7"))
          .put(Claims.SCOPE, TextOrBytes.of("read write"))
          .put(Claims.NONCE, Nonces.of(Nonce.ofText("free text"), Nonce.ofText("and more")));
    }
    return claims.build();
  }
}
