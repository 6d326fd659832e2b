package org.rats4j.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

/** What the cause of a refusal may be, and which option of {@code rats appraise} may help. */
record AppraisalHints(Console console) {
  private static final String WHOSE_KEY =
      "name the key of the device with --key, or the root of its certificates with --trust-anchor,"
          + " or a CoRIM with an attest-key triple for this device with --corim; rats inspect shows"
          + " what the evidence says of its key";
  private static final String WRONG_SIGNATURE =
      "either it was changed after it was signed, or it was signed with another key than those"
          + " that are trusted for it here: ";
  private static final String KEYS_OF_CORIMS =
      "for a CoRIM what --endorser-key or --endorser-anchor names";
  private static final String KEYS_OF_EVIDENCE =
      "for evidence what --key or --trust-anchor or an attest-key triple of a CoRIM names";
  private static final String OLD_CORIM =
      "rats inspect shows until when the signature counts (signature-validity, or exp); ask its"
          + " signer for a new one, or check as of an earlier moment with --at";
  private static final String OTHER_NONCE =
      "the evidence was made for another request or none, or --nonce names another; rats"
          + " inspect shows which nonce it carries, if any";
  private static final String WHAT_IT_IS =
      "evidence is an EAT (CWT or JWT), a PSA or CCA token, or what an HSM says of its keys, alone"
          + " or in a wrapper (CMW); rats inspect says what this is, and --type what it came as";
  private static final String WHOSE_CORIM =
      "name the key of its signer with --endorser-key, or the root of his certificates with"
          + " --endorser-anchor";

  /** Prints what helps against {@code e}. */
  void print(Throwable e) {
    boolean ofOption = e instanceof OptionFileException;
    if (e instanceof DecodingException) {
      console.remark(WHAT_IT_IS);
    }
    if ((ofOption ? e.getCause() : e) instanceof VerificationException fault) {
      switch (fault.reason()) {
        case UNKNOWN_KEY, UNTRUSTED_CHAIN -> console.remark(ofOption ? WHOSE_CORIM : WHOSE_KEY);
        case BAD_SIGNATURE, KEY_MISMATCH ->
            console.remark(WRONG_SIGNATURE + (ofOption ? KEYS_OF_CORIMS : KEYS_OF_EVIDENCE));
        case EXPIRED -> {
          if (ofOption) {
            console.remark(OLD_CORIM);
          }
        }
        case NONCE_MISMATCH -> console.remark(OTHER_NONCE);
        default -> {}
      }
    }
  }

  /** Prints what was expected and what was there instead, where {@code e} is about that. */
  void explain(Throwable e, Bytes evidence, Optional<Bytes> nonce, Clock clock) {
    Throwable cause = e instanceof OptionFileException ? e.getCause() : e;
    if (cause instanceof VerificationException fault) {
      switch (fault.reason()) {
        case EXPIRED, NOT_YET_VALID ->
            console.remark("times were compared with " + clock.instant());
        case NONCE_MISMATCH -> explainNonce(ReceivedNonces.in(evidence), nonce);
        default -> {}
      }
    }
  }

  private void explainNonce(List<String> received, Optional<Bytes> nonce) {
    nonce.ifPresent(expected -> console.remark("nonce asked for:   " + expected.toHex()));
    String there = received.isEmpty() ? "none that is understood" : String.join(", ", received);
    console.remark(TerminalText.safe("nonce in evidence: " + there));
  }
}
