package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatNode;
import org.rats4j.eat.NestedToken;

/**
 * What a verified token is worth, submodule by submodule. The command has one list of keys for all
 * tokens: a nested one that is by none of them is unverified, and wrong only if a key was given by
 * its name.
 */
final class TrustView {
  private final Checks checks;
  private final DecodeOptions options;
  private final List<Finding> findings = new ArrayList<>();

  private TrustView(Checks checks, DecodeOptions options) {
    this.checks = checks;
    this.options = options;
  }

  /** Returns {@code decoded} as verified, with the trust of each submodule if there are any. */
  static Decoded of(Eat eat, Decoded decoded, List<Finding> findings, Checks checks)
      throws DecodingException, VerificationException {
    TrustView trust = new TrustView(checks, EatKinds.options(checks.lenient()));
    trust.findings.addAll(findings);
    View.Builder nodes = View.Group.builder();
    trust.add(eat.root(), nodes);
    View content =
        eat.root().submodules().isEmpty()
            ? decoded.content()
            : View.Group.builder()
                .put("trust", nodes.build())
                .put("content", decoded.content())
                .build();
    return new Decoded(decoded.encoding(), decoded.signed(), trust.findings, content);
  }

  private void add(EatNode node, View.Builder nodes)
      throws DecodingException, VerificationException {
    String name = node.path().isEmpty() ? "token" : node.path();
    View status = View.text(node.status().name());
    if (node.failure().isPresent()) {
      RatsException failure = node.failure().get();
      require(node, failure);
      findings.add(
          new Finding(
              failure.code(),
              Finding.Severity.WARNING,
              node.path(),
              "not verified: the nested token is by none of the keys given"));
      status = status.noted(failure.code());
    }
    nodes.put(name, status);
    for (EatNode part : node.submodules().values()) {
      add(part, nodes);
    }
  }

  /** Throws what is wrong with a nested token, unless it is that its key is another one. */
  private void require(EatNode node, RatsException failure)
      throws DecodingException, VerificationException {
    if (failure instanceof DecodingException malformed) {
      throw malformed;
    }
    if (failure instanceof VerificationException refused
        && (refused.reason() != Reason.BAD_SIGNATURE && refused.reason() != Reason.KEY_MISMATCH
            || isByAKnownName(node))) {
      throw refused;
    }
  }

  private boolean isByAKnownName(EatNode node) throws DecodingException, VerificationException {
    if (!(node.submodule().orElse(null) instanceof NestedToken nested)
        || nested.form() != NestedToken.Form.CWT && nested.form() != NestedToken.Form.JWT) {
      return false;
    }
    var hints = Eat.decode(nested.encoded(), options).keyHints();
    Optional<Bytes> keyId = hints.keyId();
    return keyId.isPresent()
        && checks.keys().resolve(hints).stream().anyMatch(key -> key.keyId().equals(keyId));
  }
}
