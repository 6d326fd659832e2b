package org.rats4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.UnverifiedEat;
import org.rats4j.eat.cca.CcaToken;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.TransactionElement;

/** The nonces that refused evidence carries, by its own word, for who wants to see them. */
final class ReceivedNonces {
  /** What an EAT has room for; HSM evidence has no limit of its own. */
  private static final int LONGEST = 64;

  private final List<String> found = new ArrayList<>();

  private ReceivedNonces() {}

  /** Returns the nonces: in hexadecimal, or in quotes; none of what is not understood. */
  static List<String> in(Bytes evidence) {
    ReceivedNonces nonces = new ReceivedNonces();
    nonces.addMessage(evidence);
    if (nonces.found.isEmpty()) {
      nonces.addWrapped(evidence);
    }
    return List.copyOf(nonces.found);
  }

  private void addWrapped(Bytes evidence) {
    CmwKind kind = Cmw.detect(evidence);
    if (kind != CmwKind.CBOR && kind != CmwKind.JSON) {
      return;
    }
    try {
      Encoding encoding = kind == CmwKind.JSON ? Encoding.JSON : Encoding.CBOR;
      add(Cmw.decode(evidence, encoding, CmwOptions.LENIENT));
    } catch (DecodingException e) {
      // It is no wrapper, and shows no nonce.
    }
  }

  private void add(Cmw cmw) {
    if (cmw instanceof CmwRecord item) {
      addMessage(item.value());
    } else if (cmw instanceof CmwTag tag) {
      addMessage(tag.value());
    } else if (cmw instanceof CmwCollection collection) {
      collection.entries().values().forEach(this::add);
    }
  }

  private void addMessage(Bytes message) {
    try {
      add(Eat.decode(message, EatOptions.LENIENT));
    } catch (DecodingException noEat) {
      try {
        add(CcaToken.decode(message, EatOptions.LENIENT).realm());
      } catch (DecodingException noCcaToken) {
        addOfHsm(message);
      }
    }
  }

  private void add(UnverifiedEat token) {
    token.nonces().forEach(nonce -> found.add(text(nonce)));
  }

  private void addOfHsm(Bytes message) {
    try {
      Evidence.decode(message, EvidenceOptions.LENIENT)
          .unverifiedTbs()
          .transaction()
          .flatMap(TransactionElement::nonce)
          .ifPresent(nonce -> found.add(hex(nonce)));
    } catch (DecodingException e) {
      // Nothing of ours, and shows no nonce.
    }
  }

  private static String text(Nonce nonce) {
    return nonce.bytes().map(ReceivedNonces::hex).orElseGet(() -> '"' + nonce.jsonText() + '"');
  }

  private static String hex(Bytes nonce) {
    return nonce.size() > LONGEST
        ? nonce.slice(0, LONGEST).toHex() + "... (" + nonce.size() + " bytes)"
        : nonce.toHex();
  }
}
