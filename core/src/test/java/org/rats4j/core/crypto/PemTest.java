package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

class PemTest {
  private static final Pem BLOCK = new Pem(Pem.PUBLIC_KEY, Bytes.ofHex("00ff".repeat(50)));

  private static List<Pem> decode(String text) throws DecodingException {
    return Pem.decode(Bytes.ofUtf8(text), DecodeOptions.STRICT);
  }

  @Test
  void decodesAndEncodesTheSameText() throws Exception {
    String text = BLOCK.encode();

    assertEquals(List.of(BLOCK), decode(text));
    assertEquals(64, text.lines().skip(1).findFirst().orElseThrow().length());
    assertEquals("-----END PUBLIC KEY-----", text.lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void decodesAllBlocksAndIgnoresWhatIsBetween() throws Exception {
    Pem second = new Pem(Pem.CERTIFICATE, Bytes.of(1));
    String text = "Café: x\r\n" + BLOCK.encode() + "\n  text\n" + second.encode() + "end";

    assertEquals(List.of(BLOCK, second), decode(text));
    assertEquals(List.of(BLOCK, second), decode(text.replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', NOT_WELL_FORMED",
    "text, NOT_WELL_FORMED",
    "'-----BEGIN A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ==', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ==,-----END B-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ==,-----END A----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ==,-----BEGIN A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ=,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AR==,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,A_==,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----, AQ==,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,AQ==,AQ==,-----END A-----', NOT_WELL_FORMED",
    "'-----BEGIN -----,AQ==,-----END -----', NOT_WELL_FORMED",
    "'-----BEGIN ---,AQ==,-----END ---', NOT_WELL_FORMED",
    "'-----BEGIN A-----,:AQ==,-----END A-----', UNSUPPORTED",
    "'-----BEGIN  A-----,AQ==,-----END  A-----', NOT_WELL_FORMED",
    "'-----BEGIN A-----,Proc-Type: 4; ENCRYPTED,AQ==,-----END A-----', UNSUPPORTED",
  })
  void rejects(String lines, DecodingException.Reason reason) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> decode(lines.replace(',', '\n')));

    assertEquals(reason, e.reason());
    assertEquals("pem", e.path());
  }

  @Test
  void limitsTheInput() {
    DecodeOptions options = DecodeOptions.builder().inputBytes(10).build();

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Pem.decode(Bytes.ofUtf8("-".repeat(11)), options));

    assertEquals(DecodingException.Reason.LIMIT_EXCEEDED, e.reason());
  }

  @Test
  void readsAsManyBytesAsTheLimitSays() throws Exception {
    Bytes text = Bytes.ofUtf8(BLOCK.encode());
    DecodeOptions options = DecodeOptions.builder().inputBytes(text.size()).build();

    assertEquals(List.of(BLOCK), Pem.decode(text, options));
  }

  @Test
  void readsAKeyInTheOldForm() throws Exception {
    PrivateKey key = TestKeys.ofBundled(KeyKind.P256).getPrivate();
    ASN1Encodable scalar = PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey();
    Bytes der = Bytes.copyOf(scalar.toASN1Primitive().getEncoded("DER"));

    PrivateKey read = Pem.privateKey(new Pem(Pem.EC_PRIVATE_KEY, der).encode());

    assertEquals(((ECPrivateKey) key).getS(), ((ECPrivateKey) read).getS());
  }

  @ParameterizedTest
  @ValueSource(ints = {47, 48, 49, 96})
  void writesLinesOfSixtyFourCharacters(int size) throws Exception {
    Pem block = new Pem("A", Bytes.copyOf(new byte[size]));

    String text = block.encode();

    List<String> lines = text.lines().toList();
    lines.subList(1, lines.size() - 2).forEach(line -> assertEquals(64, line.length()));
    assertFalse(lines.contains(""));
    assertEquals(List.of(block), Pem.decode(Bytes.ofUtf8(text), DecodeOptions.STRICT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " A", "A ", "A  B", "A--B", "-A", "A\nB", "é"})
  void refusesALabelOfAnotherGrammar(String label) {
    assertThrows(IllegalArgumentException.class, () -> new Pem(label, Bytes.of(1)));
  }

  @Test
  void showsItsLabelAndNoContent() {
    assertEquals("Pem[A]", new Pem("A", Bytes.of(0xff)).toString());
  }

  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] text = Bytes.ofUtf8(BLOCK.encode()).toByteArray();
    for (int i = 0; i < 3; i++) {
      text[random.nextInt(text.length)] = (byte) random.nextInt();
    }
    try {
      Pem.decode(Bytes.copyOf(text), DecodeOptions.STRICT);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  @Test
  void refusesALabelOfManyWordsWithoutRecursion() {
    Bytes text = Bytes.ofUtf8("-----BEGIN " + "A ".repeat(200_000) + "A-----\n");

    DecodingException e =
        assertThrows(DecodingException.class, () -> Pem.decode(text, DecodeOptions.STRICT));

    assertEquals(DecodingException.Reason.NOT_WELL_FORMED, e.reason());
  }

  @Test
  void findsTheKeysAmongOtherBlocks() throws Exception {
    KeyPair pair = TestKeys.ofJdk(KeyKind.P256);
    Pem publicKey = new Pem(Pem.PUBLIC_KEY, Bytes.copyOf(pair.getPublic().getEncoded()));
    Pem privateKey = new Pem(Pem.PRIVATE_KEY, Bytes.copyOf(pair.getPrivate().getEncoded()));
    String text = new Pem("EC PARAMETERS", Bytes.of(5, 0)).encode();

    String both = text + privateKey.encode() + publicKey.encode();

    assertEquals(pair.getPublic(), Pem.publicKey(both));
    assertEquals(
        ((ECPrivateKey) pair.getPrivate()).getS(), ((ECPrivateKey) Pem.privateKey(both)).getS());
  }

  @Test
  void findsTheCertificatesInTheirOrder() throws Exception {
    TestCa ca = TestCa.root("one", KeyKind.P256);
    TestCa other = TestCa.root("two", KeyKind.P384);
    String text = pem(ca.certificate()) + BLOCK.encode() + pem(other.certificate());

    assertEquals(List.of(ca.certificate(), other.certificate()), Pem.certificates(text));
  }

  private static String pem(X509Certificate certificate) throws Exception {
    return new Pem(Pem.CERTIFICATE, Bytes.copyOf(certificate.getEncoded())).encode();
  }

  @Test
  void saysWhatIsNotThere() {
    String other = new Pem("SOMETHING", Bytes.of(1)).encode();
    String encrypted = new Pem("ENCRYPTED PRIVATE KEY", Bytes.of(1)).encode();

    assertMissing("no block is a PUBLIC KEY", () -> Pem.publicKey(other));
    assertMissing("no block is a PRIVATE KEY", () -> Pem.privateKey(other));
    assertMissing("no block is a CERTIFICATE", () -> Pem.certificates(other));
    DecodingException e = assertThrows(DecodingException.class, () -> Pem.privateKey(encrypted));
    assertEquals(DecodingException.Reason.UNSUPPORTED, e.reason());
  }

  private static void assertMissing(String message, Executable reading) {
    DecodingException e = assertThrows(DecodingException.class, reading);

    assertEquals(DecodingException.Reason.UNEXPECTED_STRUCTURE, e.reason());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
