package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Pem;
import org.rats4j.corim.comid.CertificateThumbprint;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DerCertificate;
import org.rats4j.corim.comid.EncodedCoseKey;
import org.rats4j.corim.comid.KeyThumbprint;
import org.rats4j.corim.comid.PkixCertificate;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.guide.GuideCertificate;

class AuthorityTest {
  private static CryptoKey key;
  private static CryptoKey coseKey;
  private static CryptoKey keyThumbprint;
  private static CryptoKey certificate;
  private static CryptoKey pemCertificate;
  private static CryptoKey certificateThumbprint;
  private static KeyPair pair;

  @BeforeAll
  static void makeForms() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    pair = generator.generateKeyPair();
    Bytes spki = Bytes.copyOf(pair.getPublic().getEncoded());
    Bytes der = GuideCertificate.of(pair, "name", pair, "name").encoded();
    key = PkixKey.of(pair.getPublic());
    coseKey = EncodedCoseKey.of(CoseKey.of(pair.getPublic()));
    keyThumbprint = new KeyThumbprint(Digest.sha256Of(spki));
    certificate = new DerCertificate(der);
    pemCertificate = new PkixCertificate(new Pem(Pem.CERTIFICATE, der).encode());
    certificateThumbprint = new CertificateThumbprint(Digest.sha256Of(der));
  }

  @Test
  void knowsACertificateAlsoByItsKeyAndByBothThumbprints() {
    for (CryptoKey form : List.of(certificate, pemCertificate)) {
      Authority authority = Authority.of(form);

      for (CryptoKey other :
          List.of(certificate, pemCertificate, certificateThumbprint, key, keyThumbprint)) {
        assertTrue(authority.includes(other), form + " " + other);
        assertTrue(authority.covers(Authority.of(other), false));
        assertEquals(form.equals(other), authority.covers(Authority.of(other), true));
      }
    }
  }

  @Test
  void knowsAKeyAlsoByItsThumbprintAndByNoCertificate() {
    for (CryptoKey form : List.of(key, coseKey)) {
      Authority authority = Authority.of(form);

      assertTrue(authority.includes(key));
      assertTrue(authority.includes(keyThumbprint));
      assertFalse(authority.includes(certificate));
      assertFalse(authority.includes(certificateThumbprint));
    }
    assertEquals(Authority.of(key), Authority.ofKey(pair.getPublic()));
    assertFalse(Authority.of(keyThumbprint).includes(key));
  }

  @Test
  void readsTheNameOfADigestAsItsNumber() {
    Label byName = Label.of("sha-256");
    Bytes ofKey = ((KeyThumbprint) keyThumbprint).digest().value();
    Bytes ofCertificate = ((CertificateThumbprint) certificateThumbprint).digest().value();

    assertTrue(Authority.of(key).includes(new KeyThumbprint(new Digest(byName, ofKey))));
    assertTrue(
        Authority.of(certificate)
            .includes(new CertificateThumbprint(new Digest(byName, ofCertificate))));
    CryptoKey unknown = new KeyThumbprint(new Digest(Label.of(99), ofKey));
    assertFalse(Authority.of(key).includes(unknown));
    assertTrue(Authority.of(unknown).includes(unknown));
  }

  @Test
  void takesWhatCannotBeReadForItselfAlone() {
    CryptoKey broken = new DerCertificate(Bytes.of(1, 2, 3));

    assertTrue(Authority.of(broken).includes(broken));
    assertFalse(Authority.of(broken).includes(certificate));
  }

  @Test
  void isAllOfItsKeysInAnyOrder() {
    CryptoKey one = Corpus.key("one");
    CryptoKey two = Corpus.key("two");
    Authority both = Authority.of(List.of(two, one, two));

    assertEquals(Authority.of(List.of(one, two)), both);
    assertEquals(Authority.of(List.of(one, two)).hashCode(), both.hashCode());
    assertEquals(List.of(one, two), both.keys());
    assertNotEquals(Authority.of(one), both);
    assertNotEquals(both, List.of(one, two));
    assertTrue(both.covers(Authority.of(one), true));
    assertFalse(Authority.of(one).covers(both, false));
    assertTrue(Authority.of(one).covers(Authority.ANY, true));
    assertEquals(Authority.ANY, Authority.ofAny(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Authority.of(List.of()));
    assertEquals(List.of(one).toString(), Authority.of(one).toString());
  }

  @Test
  void showsTextAsTextAndOtherBytesInHexadecimal() {
    assertEquals("\" a~\"", Authority.of(Corpus.key(" a~")).describe());
    assertEquals("bytes:612262", Authority.of(Corpus.key("a\"b")).describe());
    assertEquals("bytes:1f", Authority.of(Corpus.key("\u001f")).describe());
    assertEquals("bytes:617f", Authority.of(Corpus.key("a\u007f")).describe());
    String longest = "x".repeat(64);
    assertEquals('"' + longest + '"', Authority.of(Corpus.key(longest)).describe());
    assertEquals('"' + longest + "...\"", Authority.of(Corpus.key(longest + "y")).describe());
  }

  @Test
  void showsKeysByTheirThumbprints() {
    String thumbprint = "sha-256:" + ((KeyThumbprint) keyThumbprint).digest().value().toHex();

    for (CryptoKey form : List.of(key, coseKey, keyThumbprint)) {
      assertEquals("key " + thumbprint, Authority.of(form).describe());
    }
    String ofCertificate = Authority.of(certificate).describe();
    assertTrue(ofCertificate.contains("CN=name") && ofCertificate.contains(thumbprint));
    assertEquals(ofCertificate, Authority.of(pemCertificate).describe());
    CryptoKey broken = new DerCertificate(Bytes.of(1, 2, 3));
    Bytes hash = Digest.sha256Of(Bytes.of(1, 2, 3)).value();
    assertEquals("certificate sha-256:" + hash.toHex(), Authority.of(broken).describe());
  }
}
