package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;

/** The verifier as one of the others reaches it, with somebody who watches the messages. */
final class WatchedVerifier implements AppraisalService {
  private final Verifier verifier;
  private final String sender;
  private final Cast cast;
  private final Watcher watcher;

  WatchedVerifier(Verifier verifier, String sender, Cast cast, Watcher watcher) {
    this.verifier = Objects.requireNonNull(verifier, "verifier");
    this.sender = Objects.requireNonNull(sender, "sender");
    this.cast = Objects.requireNonNull(cast, "cast");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
  }

  @Override
  public Bytes appraise(Bytes evidence, Bytes nonce)
      throws IOException, GeneralSecurityException, RatsException {
    String attester = cast.attesterOf(sender);
    watcher.step(
        sender,
        cast.isPassport()
            ? "measured its files, signed evidence for this connection; asks the verifier"
            : "certificate, signature and Finished are right for this connection; asks the"
                + " verifier");
    watcher.extra(
        cast.file(attester, "nonce.json"), Bytes.ofUtf8("{\"nonce\":\"" + nonce.toHex() + "\"}\n"));
    watcher.message(
        new Watcher.Message(
            sender,
            Cast.VERIFIER,
            "evidence, and the binder",
            "",
            cast.file(attester, "evidence.cmw"),
            evidence));
    Map<String, Bytes> parts = Verifier.parts(evidence);
    for (Map.Entry<String, Bytes> part : parts.entrySet()) {
      watcher.extra(cast.file(attester, file(part.getKey())), part.getValue());
    }
    Verifier.Result result;
    try {
      result = verifier.appraise(evidence, nonce);
    } catch (RatsException e) {
      watcher.objection(Cast.VERIFIER, "refuses the evidence: " + Decision.reason(e));
      throw e;
    }
    watcher.step(Cast.VERIFIER, "signature and binder of the evidence are right");
    if (parts.containsKey(TokenKeys.LABEL)) {
      watcher.step(
          Cast.VERIFIER,
          "the token says that the key was made there and cannot leave, for this connection, too");
    }
    if (result.changed().isEmpty()) {
      watcher.step(Cast.VERIFIER, compared(result));
    } else {
      watcher.objection(Cast.VERIFIER, compared(result));
    }
    watcher.message(
        new Watcher.Message(
            Cast.VERIFIER,
            sender,
            "attestation result: signed EAR",
            "issued a signed EAR as JWT: " + result.ear().size() + " bytes",
            cast.file(attester, "ear.jwt"),
            result.ear()));
    return result.ear();
  }

  private static String file(String part) {
    return part.equals(Verifier.LABEL) ? "evidence.cwt" : part + "-evidence.der";
  }

  private static String compared(Verifier.Result result) {
    String same = result.recorded() + " of " + result.files() + " files are as the build recorded";
    return result.changed().isEmpty()
        ? same
        : same + ", not so " + String.join(", ", result.changed());
  }
}
