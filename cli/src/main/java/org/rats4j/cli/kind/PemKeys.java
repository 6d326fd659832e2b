package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;

/** Keys and certificates in PEM and DER. */
final class PemKeys {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;

  private PemKeys() {}

  static KeyFile ofPem(Content content) throws DecodingException {
    List<KeyEntry> keys = new ArrayList<>();
    for (Pem block : Pem.decode(content.bytes(), DecodeOptions.STRICT)) {
      keys.add(
          switch (block.label()) {
            case Pem.CERTIFICATE ->
                new KeyEntry.OfCertificate(EncodedKeys.certificate(block.content()));
            case Pem.PUBLIC_KEY -> new KeyEntry.OfPublicKey(EncodedKeys.publicKey(block.content()));
            case Pem.PRIVATE_KEY ->
                new KeyEntry.OfPrivateKey(EncodedKeys.privateKey(block.content()));
            case Pem.EC_PRIVATE_KEY ->
                new KeyEntry.OfPrivateKey(EncodedKeys.ecPrivateKey(block.content()));
            case "EC PARAMETERS" -> new KeyEntry.OfNothing();
            default -> throw Kind.unsupported("PEM of another label");
          });
    }
    return new KeyFile("pem", keys);
  }

  /** What it is shows in the tags of the first elements. */
  static KeyFile ofDer(Content content) throws DecodingException {
    Bytes der = content.bytes();
    int first = afterHeader(der, 0);
    KeyEntry key;
    if (tag(der, first) == INTEGER) {
      boolean isEc = tag(der, afterElement(der, first)) == OCTET_STRING;
      key =
          new KeyEntry.OfPrivateKey(
              isEc ? EncodedKeys.ecPrivateKey(der) : EncodedKeys.privateKey(der));
    } else if (tag(der, first) == SEQUENCE
        && tag(der, afterHeader(der, first)) == OBJECT_IDENTIFIER) {
      key = new KeyEntry.OfPublicKey(EncodedKeys.publicKey(der));
    } else {
      key = new KeyEntry.OfCertificate(EncodedKeys.certificate(der));
    }
    return new KeyFile("der", List.of(key));
  }

  /** Returns whether {@code bytes} start like a SEQUENCE, and end where it does or are long. */
  static boolean looksLikeDer(Bytes bytes) {
    return bytes.size() > 8
        && bytes.at(0) == SEQUENCE
        && (bytes.at(1) < 0x80
            ? bytes.size() == 2 + bytes.at(1)
            : bytes.at(1) >= 0x81 && bytes.at(1) <= 0x84);
  }

  private static int tag(Bytes der, int position) {
    return position >= 0 && position < der.size() ? der.at(position) : -1;
  }

  private static int afterHeader(Bytes der, int position) {
    int length = tag(der, position + 1);
    return length < 0x80 ? position + 2 : position + 2 + (length & 0x7f);
  }

  private static int afterElement(Bytes der, int position) {
    return afterHeader(der, position) + Math.max(0, tag(der, position + 1));
  }
}
