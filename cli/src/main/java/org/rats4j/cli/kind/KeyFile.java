package org.rats4j.cli.kind;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseKeySet;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.jose.JwkSet;
import org.rats4j.core.json.JsonObject;

/**
 * The keys and certificates in one file, whatever its form is.
 *
 * @param encoding the encoding of the file
 * @param keys what is in it, in order
 */
public record KeyFile(String encoding, List<KeyEntry> keys) {
  /** Creates the content of a file. */
  public KeyFile {
    keys = List.copyOf(keys);
  }

  /**
   * Decodes PEM, DER, JWK, JWK Set, COSE_Key or COSE_KeySet.
   *
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static KeyFile decode(Bytes bytes) throws DecodingException {
    return decode(new Content(bytes), false);
  }

  static KeyFile decode(Content content, boolean lenient) throws DecodingException {
    if (content.looksLikeJson()) {
      return ofJson(content);
    } else if (content.looksLikePem()) {
      return PemKeys.ofPem(content);
    } else if (content.looksLikeDer()) {
      return PemKeys.ofDer(content);
    }
    return ofCbor(content, lenient);
  }

  private static KeyFile ofJson(Content content) throws DecodingException {
    boolean isSet =
        content.json().orElse(null) instanceof JsonObject object && object.get("keys").isPresent();
    List<Jwk> keys =
        isSet
            ? JwkSet.decode(content.bytes(), DecodeOptions.STRICT).keys()
            : List.of(Jwk.decode(content.bytes(), DecodeOptions.STRICT));
    return new KeyFile("json", keys.stream().<KeyEntry>map(KeyEntry.OfJwk::new).toList());
  }

  private static KeyFile ofCbor(Content content, boolean lenient) throws DecodingException {
    DecodeOptions options =
        lenient
            ? DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build()
            : DecodeOptions.STRICT;
    boolean isSet = content.cbor().filter(CborArray.class::isInstance).isPresent();
    List<CoseKey> keys =
        isSet
            ? CoseKeySet.decode(content.bytes(), options).keys()
            : List.of(CoseKey.decode(content.bytes(), options));
    return new KeyFile("cbor", keys.stream().<KeyEntry>map(KeyEntry.OfCoseKey::new).toList());
  }

  /** Shows the keys without what is secret. */
  View show() {
    List<View> views = keys.stream().map(KeyEntry::show).toList();
    return views.size() == 1 ? views.get(0) : new View.Items(views);
  }

  /**
   * Returns the keys that can verify.
   *
   * @throws DecodingException if there is none
   */
  public List<VerificationKey> verificationKeys() throws DecodingException {
    List<VerificationKey> usable = new ArrayList<>();
    for (KeyEntry key : keys) {
      try {
        key.verificationKey().ifPresent(usable::add);
      } catch (VerificationException e) {
        // A key of a set that is for something else; if no other is left, that is the answer.
      } catch (IllegalArgumentException e) {
        throw DecodingException.of(Reason.INVALID_VALUE, "key", String.valueOf(e.getMessage()));
      }
    }
    return required(usable, "no key that can verify");
  }

  /**
   * Returns the certificates.
   *
   * @throws DecodingException if there is none
   */
  public List<X509Certificate> certificates() throws DecodingException {
    return required(
        keys.stream().flatMap(key -> key.certificate().stream()).toList(), "no certificate");
  }

  /**
   * Returns the first key that can sign.
   *
   * @param algorithm the algorithm, if it is not to be the usual one of the key
   * @throws DecodingException if there is none, or it does not fit the algorithm
   */
  public Signing signing(Optional<Long> algorithm) throws DecodingException {
    for (KeyEntry key : keys) {
      try {
        Optional<Signing> signing = key.signing(algorithm);
        if (signing.isPresent()) {
          return signing.get();
        }
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw DecodingException.of(Reason.INVALID_VALUE, "key", String.valueOf(e.getMessage()));
      }
    }
    throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "key", "no key that can sign");
  }

  private static <T> List<T> required(List<T> found, String message) throws DecodingException {
    if (found.isEmpty()) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "key", message);
    }
    return found;
  }
}
