package org.rats4j.cmw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.json.JsonString;

/** What the fuzz targets start from, made by the code under test where it can make it. */
final class FuzzSeeds {
  private static final MediaType EAT = MediaType.of("application/eat+jwt");
  private static final CmwRecord RECORD = CmwRecord.of(EAT, Bytes.of(1, 2));
  private static final CmwTag TAG = CmwTag.of(ContentFormat.of(263), Bytes.of(3));
  private static final CmwCollection TYPED =
      CmwCollection.builder().type("tag:example.com,2026:X").put("a", RECORD).build();
  private static final Signer ED25519 = SignatureStub.signer(Algorithms.EDDSA, 64);

  private FuzzSeeds() {}

  private static List<Cmw> wrappers() {
    CmwRecord full =
        CmwRecord.of(
                MediaType.of("application/eat+cwt; eat_profile=\"tag:example.com,2026:p\""),
                Bytes.of(0xd2, 0x84))
            .withIndicator(CmwIndicator.EVIDENCE);
    CmwCollection inner =
        CmwCollection.builder().type("1.3.6.1.4").put("b/~", full).put("c", RECORD).build();
    CmwCollection middle = CmwCollection.builder().put("in", inner).put("t", RECORD).build();
    return List.of(
        RECORD, full, TYPED, CmwCollection.builder().put("m", middle).put("é", full).build());
  }

  static Stream<byte[]> cbor() throws Exception {
    List<Bytes> seeds = new ArrayList<>();
    List<Cmw> wrappers = new ArrayList<>(wrappers());
    wrappers.add(TAG);
    wrappers.add(
        CmwRecord.of(ContentFormat.of(60), Bytes.of(0xa0))
            .withIndicator(new CmwIndicator(0xffffffffL)));
    wrappers.add(
        CmwCollection.builder()
            .put(Label.of(7), TAG)
            .put(Label.of(-1), RECORD)
            .put(Label.of("7"), TYPED)
            .build());
    for (int format = 273; format <= 276; format++) {
      Bytes content = signedOrPlain(format);
      wrappers.add(CmwTag.of(ContentFormat.of(format), content));
      wrappers.add(CmwRecord.of(ContentFormat.of(format), content));
    }
    for (Cmw wrapper : wrappers) {
      seeds.add(wrapper.encode(CmwForm.CBOR));
    }
    return Stream.concat(
        seeds.stream().map(Bytes::toByteArray),
        Stream.of(
                "9f6c6170706c69636174696f6e2f785f41014102ff04ff", // indefinite, in chunks
                "980218ff40",
                "bf616182182a4100ff",
                "d9038bda6374010141aa",
                "d902fd82182a4100",
                "db000000006374ffe641aa",
                "a26a5f5f636d77635f74e1aa")
            .map(HexFormat.of()::parseHex));
  }

  private static Bytes signedOrPlain(int format) throws Exception {
    return switch (format) {
      case 273 -> TYPED.encode(CmwForm.CBOR);
      case 274 -> TYPED.encode(CmwForm.JSON);
      case 275 -> SignedCmw.cose(TYPED).sign(ED25519);
      default -> SignedCmw.jws(TYPED).sign(ED25519);
    };
  }

  static Stream<byte[]> json() throws Exception {
    List<Bytes> seeds = new ArrayList<>();
    for (Cmw wrapper : wrappers()) {
      seeds.add(wrapper.encode(CmwForm.JSON));
    }
    for (String type : List.of("cbor", "json", "cose", "jws")) {
      Bytes content = signedOrPlain(273 + List.of("cbor", "json", "cose", "jws").indexOf(type));
      seeds.add(
          CmwRecord.of(MediaType.of("application/cmw+" + type), content).encode(CmwForm.JSON));
    }
    return Stream.concat(
        seeds.stream().map(Bytes::toByteArray),
        Stream.of(
                " \t\r\n[ \"a/b\" , \"AQ\" , 4294967295 ] ",
                "[\"a/b; p=\\\"q\\\\\\\"\\\"\",\"AQ==\"]",
                "[\"a/b\",\"AR\",1]",
                "[\"a/b\",\"+/8=\",4.0]",
                "{\"__cmwc\\u005ft\":\"2.5\",\"\\ud83d\\ude00\":[\"a/b\",\"AQ\",16]}")
            .map(text -> text.getBytes(UTF_8)));
  }

  static Stream<byte[]> cose() throws Exception {
    List<Bytes> seeds = new ArrayList<>();
    for (Signer signer : signers()) {
      seeds.add(SignedCmw.cose(RECORD).sign(signer));
    }
    for (Cmw wrapper : wrappers()) {
      seeds.add(SignedCmw.cose(wrapper).contentFormat().untagged().sign(ED25519));
    }
    seeds.add(SignedCmw.cose(TAG).keyId(Bytes.of(1)).sign(ED25519));
    seeds.add(SignedCmw.cose(TYPED).collectionType().sign(ED25519));
    seeds.add(cose(CoseContentType.of("application/cmw+cbor; charset=utf-8")));
    seeds.add(cose(CoseContentType.of(275)));
    CoseHeaders critical =
        CoseHeaders.builder().put(-70001, CborInteger.of(1)).critical(Label.of(-70001)).build();
    seeds.add(SignedCmw.cose(RECORD).protectedHeaders(critical).sign(ED25519));
    CoseHeaders typed = CoseHeaders.builder().typ(CoseContentType.of(275)).build();
    Bytes certificate = Bytes.of(0x30, 0);
    seeds.add(
        SignedCmw.cose(TYPED)
            .protectedHeaders(typed)
            .certificateChain(List.of(certificate, certificate))
            .sign(ED25519));
    seeds.add(SignedCmw.cose(RECORD).certificateChain(List.of(certificate)).sign(ED25519));
    return seeds.stream().map(Bytes::toByteArray);
  }

  private static Bytes cose(CoseContentType type) throws Exception {
    return CoseSign1.builder()
        .protectedHeaders(CoseHeaders.builder().contentType(type).build())
        .payload(RECORD.encode(CmwForm.CBOR))
        .sign(ED25519);
  }

  private static List<Signer> signers() {
    return List.of(
        ED25519,
        SignatureStub.signer(Algorithms.ED25519, 64),
        SignatureStub.signer(Algorithms.ED448, 114),
        SignatureStub.signer(Algorithms.ES256, 64),
        SignatureStub.signer(Algorithms.ES384, 96),
        SignatureStub.signer(Algorithms.ES512, 132),
        SignatureStub.signer(Algorithms.PS256, 256));
  }

  static Stream<byte[]> jws() throws Exception {
    List<Bytes> seeds = new ArrayList<>();
    for (Signer signer : signers()) {
      seeds.add(SignedCmw.jws(RECORD).sign(signer));
    }
    for (Cmw wrapper : wrappers()) {
      seeds.add(SignedCmw.jws(wrapper).signFlattened(ED25519));
    }
    seeds.add(SignedCmw.jws(TYPED).collectionType().keyId("k").sign(ED25519));
    seeds.add(
        SignedCmw.jws(TYPED).certificateChain(List.of(Bytes.of(0x30, 0))).signFlattened(ED25519));
    for (String type : List.of("cmw+json", "application/cmw+json; charset=utf-8", "a/b")) {
      seeds.add(Bytes.ofUtf8(Jws.builder().cty(type).payload(json(RECORD)).sign(ED25519)));
    }
    seeds.add(SignedCmw.jws(RECORD).protectedMember("typ", new JsonString("x")).sign(ED25519));
    seeds.add(
        Jws.builder()
            .cty("application/cmw+json")
            .protectedMember("x", new JsonString("y"))
            .critical("x")
            .unprotectedMember("kid", new JsonString("k"))
            .payload(json(RECORD))
            .signFlattened(ED25519));
    return seeds.stream().map(Bytes::toByteArray);
  }

  private static Bytes json(Cmw cmw) throws DecodingException {
    return cmw.encode(CmwForm.JSON);
  }
}
