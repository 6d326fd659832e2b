package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BytesTest {
  /** A view in the middle of an array: what forgets the offset is wrong. */
  private static final Bytes VIEW = Bytes.of(9, 9, 1, 2, 3, 9).slice(2, 3);

  private static final Bytes SAME = Bytes.of(1, 2, 3);

  @Test
  void aViewIsEqualToTheSameBytes() {
    assertEquals(SAME, VIEW);
    assertEquals(SAME.hashCode(), VIEW.hashCode());
    assertNotEquals(Bytes.of(1, 2, 4), VIEW);
    assertNotEquals(Bytes.of(1, 2), VIEW);
    assertNotEquals(Bytes.of(1, 2).hashCode(), VIEW.hashCode());
    assertTrue(VIEW.equalsInConstantTime(SAME));
    assertFalse(VIEW.equalsInConstantTime(Bytes.of(1, 2, 4)));
  }

  @Test
  void ordersAsUnsignedBytes() {
    assertEquals(0, VIEW.compareTo(SAME));
    List<Bytes> ascending = List.of(Bytes.EMPTY, Bytes.of(1), Bytes.of(1, 0), Bytes.of(0x80));
    for (int i = 1; i < ascending.size(); i++) {
      assertTrue(ascending.get(i - 1).compareTo(ascending.get(i)) < 0);
      assertTrue(ascending.get(i).compareTo(ascending.get(i - 1)) > 0);
    }
    assertTrue(Bytes.of(1, 2, 4).compareTo(VIEW) > 0);
  }

  @Test
  void givesPartsWithoutCopies() {
    assertEquals(Bytes.of(2), VIEW.slice(1, 1));
    assertSame(VIEW, VIEW.slice(0, 3));
    assertSame(Bytes.EMPTY, VIEW.slice(3, 0));
    assertSame(Bytes.EMPTY, Bytes.copyOf(new byte[2], 1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> VIEW.slice(1, 3));
    assertEquals(3, VIEW.asByteBuffer().remaining());
    assertEquals(1, VIEW.asByteBuffer().get());
    assertTrue(VIEW.asByteBuffer().isReadOnly());
    assertArrayEquals(new byte[] {1, 2, 3}, VIEW.toByteArray());
  }

  @Test
  void readsBackTextWithoutRefusingAny() {
    assertEquals("a\u00e4\ud83d\ude00", Bytes.ofUtf8("a\u00e4\ud83d\ude00").toUtf8());
    assertEquals("\u0001\u0002\u0003", VIEW.toUtf8());
    assertEquals("", Bytes.EMPTY.toUtf8());
    assertEquals("\ufffdb", Bytes.of(0xff, 'b').toUtf8());
  }

  @Test
  void cutsValuesToEightBits() {
    assertEquals("00ff", Bytes.of(0, 255).toHex());
    assertEquals("00ff", Bytes.of(256, -1).toHex());
  }

  @Test
  void showsThirtyTwoBytesAtMost() {
    assertEquals("h'010203'", VIEW.toString());
    assertEquals("h'" + "00".repeat(32) + "'", Bytes.copyOf(new byte[32]).toString());
    assertEquals("h'" + "00".repeat(32) + "...' (33 bytes)", Bytes.copyOf(new byte[33]).toString());
  }

  @Test
  void isWhatDigestsMacsAndSignaturesAreOver() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    VIEW.update(digest);
    assertArrayEquals(digest.digest(), digest.digest(SAME.toByteArray()));

    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    VIEW.update(mac);
    assertArrayEquals(mac.doFinal(), mac.doFinal(SAME.toByteArray()));

    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    VIEW.update(signature);
    byte[] signed = signature.sign();
    signature.initVerify(keys.getPublic());
    signature.update(SAME.toByteArray());
    assertTrue(signature.verify(signed));
  }
}
