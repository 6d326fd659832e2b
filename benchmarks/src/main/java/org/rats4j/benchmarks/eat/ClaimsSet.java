package org.rats4j.benchmarks.eat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.DebugStatus;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Location;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.NumericDate;
import org.rats4j.eat.OemId;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Submodule;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.Version;
import org.rats4j.eat.measured.MeasuredComponent;

/** What is read and written; the same claims in every run. */
public enum ClaimsSet {
  /** A nonce, a device and a profile, about 100 bytes. */
  MINIMAL {
    @Override
    EatClaims claims() {
      Random random = new Random(1);
      return EatClaims.builder()
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(bytes(random, 32))))
          .put(Claims.UEID, Ueid.rand(bytes(random, 16)))
          .put(Claims.PROFILE, ProfileId.of("urn:ietf:rfc:rfc9711"))
          .build();
    }
  },

  /** A platform with measured components and three submodules, about 2 KB. */
  PLATFORM {
    @Override
    EatClaims claims() {
      Random random = new Random(2);
      return platform(random, 12, List.of(part(random, 2), part(random, 2), part(random, 2)));
    }
  },

  /** Platforms in platforms, five deep, about 50 KB. */
  NESTED {
    @Override
    EatClaims claims() {
      return nested(new Random(3), 5);
    }
  };

  /** The profile of all but the minimal set. */
  static final ProfileId PROFILE = ProfileId.of("https://example.com/profiles/benchmark");

  abstract EatClaims claims();

  /** Returns the bytes of {@link #claims}. */
  Bytes encode() {
    return claims().encode(Encoding.CBOR);
  }

  private static EatClaims nested(Random random, int levels) {
    List<EatClaims> parts = new ArrayList<>();
    if (levels > 1) {
      parts.add(nested(random, levels - 1));
    }
    for (int i = 0; i < 14; i++) {
      parts.add(part(random, 7));
    }
    return platform(random, 12, parts);
  }

  private static EatClaims platform(Random random, int components, List<EatClaims> parts) {
    Submodules submodules = Submodules.of("submodule-0", parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      submodules = submodules.and("submodule-" + i, new Submodule.ClaimsSet(parts.get(i)));
    }
    return EatClaims.builder()
        .put(Claims.ISSUER, "https://attester.example.com/platform")
        .put(Claims.ISSUED_AT, NumericDate.ofSeconds(1_790_000_000L))
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(bytes(random, 32))))
        .put(Claims.UEID, Ueid.rand(bytes(random, 32)))
        .put(Claims.OEM_ID, OemId.ieee(bytes(random, 3)))
        .put(Claims.HARDWARE_MODEL, new HwModel(bytes(random, 16)))
        .put(Claims.HARDWARE_VERSION, Version.of("4.2.1", Version.SEMVER))
        .put(Claims.UPTIME, BigInteger.valueOf(86_400))
        .put(Claims.OEM_BOOT, true)
        .put(Claims.DEBUG_STATUS, DebugStatus.DISABLED_PERMANENTLY)
        .put(Claims.LOCATION, Location.of(48.208174, 16.373819))
        .put(Claims.PROFILE, PROFILE)
        .put(Claims.MEASUREMENTS, measurements(random, components))
        .put(Claims.SUBMODULES, submodules)
        .build();
  }

  static EatClaims part(Random random, int components) {
    return EatClaims.builder()
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(bytes(random, 32))))
        .put(Claims.UEID, Ueid.rand(bytes(random, 16)))
        .put(Claims.SOFTWARE_NAME, "firmware")
        .put(Claims.SOFTWARE_VERSION, Version.of("1.0.7"))
        .put(Claims.MEASUREMENTS, measurements(random, components))
        .build();
  }

  private static List<ContentFormatBody> measurements(Random random, int components) {
    List<ContentFormatBody> bodies = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      bodies.add(
          MeasuredComponent.of("component-" + i, Digest.sha256(bytes(random, 32)))
              .withVersion(Version.of("3.1." + i))
              .body(Encoding.CBOR));
    }
    return bodies;
  }

  static Bytes bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
