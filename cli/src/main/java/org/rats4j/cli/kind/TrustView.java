package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.cli.view.View;
import org.rats4j.core.Finding;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatNode;
import org.rats4j.eat.TrustStatus;

/** What a verified token is worth, submodule by submodule. */
final class TrustView {
  private TrustView() {}

  /** Returns {@code decoded} as verified, with the trust of each node where it is not the same. */
  static Decoded of(Eat eat, Decoded decoded, List<Finding> findings) {
    boolean plain =
        eat.root().submodules().isEmpty() && eat.root().status() == TrustStatus.SIGNED_VERIFIED;
    View content =
        plain
            ? decoded.content()
            : View.Group.builder().put("trust", of(eat)).put("content", decoded.content()).build();
    List<Finding> all = new ArrayList<>(findings);
    if (eat.root().status() == TrustStatus.UNPROTECTED) {
      all.add(
          new Finding(
              TrustStatus.UNPROTECTED.name(),
              Finding.Severity.WARNING,
              "",
              "no signature: nothing but the channel that was named protects the claims"));
    }
    return new Decoded(decoded.encoding(), decoded.signed(), all, content);
  }

  /** Returns the status of each node. */
  static View of(Eat eat) {
    View.Builder nodes = View.Group.builder();
    add(eat.root(), nodes);
    return nodes.build();
  }

  private static void add(EatNode node, View.Builder nodes) {
    String name = node.path().isEmpty() ? "token" : node.path();
    nodes.put(name, View.text(node.status().name()));
    for (EatNode part : node.submodules().values()) {
      add(part, nodes);
    }
  }
}
