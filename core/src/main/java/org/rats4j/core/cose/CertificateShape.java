package org.rats4j.core.cose;

import org.rats4j.core.Bytes;

/**
 * Tells what may be a certificate from what cannot be one, without the cost of parsing it.
 *
 * <pre>{@code Certificate ::= SEQUENCE { SEQUENCE, SEQUENCE, BIT STRING }}</pre>
 */
final class CertificateShape {
  private static final int SEQUENCE = 0x30;
  private static final int BIT_STRING = 0x03;
  private static final int ABSENT = -1;

  private CertificateShape() {}

  static boolean fits(Bytes der) {
    int content = contentOf(der, 0, SEQUENCE);
    if (content == ABSENT || endOf(der, 0) != der.size()) {
      return false;
    }
    int algorithm = endOf(der, content, SEQUENCE);
    int signature = endOf(der, algorithm, SEQUENCE);
    return endOf(der, signature, BIT_STRING) == der.size();
  }

  private static int endOf(Bytes der, int at, int tag) {
    return contentOf(der, at, tag) == ABSENT ? ABSENT : endOf(der, at);
  }

  /** Returns where the content of the element at {@code at} begins, if it has {@code tag}. */
  private static int contentOf(Bytes der, int at, int tag) {
    if (at < 0 || der.size() - at < 2 || der.at(at) != tag) {
      return ABSENT;
    }
    int first = der.at(at + 1);
    int octets = first < 0x80 ? 0 : first - 0x80;
    boolean definite = first != 0x80 && octets <= 3;
    return definite && der.size() - at >= 2 + octets ? at + 2 + octets : ABSENT;
  }

  /**
   * Returns the end of the element at {@code at}, whose head is complete; it may be beyond that of
   * {@code der}, where nothing begins.
   */
  private static int endOf(Bytes der, int at) {
    int first = der.at(at + 1);
    int octets = first < 0x80 ? 0 : first - 0x80;
    int length = octets == 0 ? first : 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | der.at(at + 2 + i);
    }
    return at + 2 + octets + length;
  }
}
