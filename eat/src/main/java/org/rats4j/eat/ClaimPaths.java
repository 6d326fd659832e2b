package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;

/** Paths of claims, such as {@code submods/TEE/ueid}. */
final class ClaimPaths {
  /** How much of a name a path shows, as with readers. */
  private static final int NAME_SHOWN = 256;

  private ClaimPaths() {}

  /** Returns the path of the submodule {@code name} of the claims at {@code path}. */
  static String submodule(String path, String name) {
    String shown = name.length() > NAME_SHOWN ? name.substring(0, NAME_SHOWN) + "..." : name;
    return join(path, Claims.SUBMODULES.name() + "/" + shown.replace("~", "~0").replace("/", "~1"));
  }

  /** Returns the path {@code inner} of what stands at {@code path}. */
  static String join(String path, String inner) {
    return path.isEmpty() || inner.isEmpty() ? path + inner : path + "/" + inner;
  }

  static Finding at(String path, Finding finding) {
    return new Finding(finding.code(), finding.severity(), path, finding.message());
  }

  static List<Finding> inside(String path, List<Finding> findings) {
    return findings.stream().map(finding -> at(join(path, finding.path()), finding)).toList();
  }

  static DecodingException inside(String path, DecodingException e) {
    return DecodingException.of(e.reason(), e.code(), join(path, e.path()), e.detail());
  }

  static VerificationException inside(String path, VerificationException e) {
    return VerificationException.of(e.reason(), e.code(), join(path, e.path()), e.detail());
  }

  /**
   * Returns a reader's path with names of claims in place of their labels.
   *
   * @param root the first step of the reader's path, which is left out
   * @param names gives the name for a label
   * @param outer how many steps behind {@code root} are left out, too
   */
  static String ofReader(String readerPath, String root, UnaryOperator<String> names, int outer) {
    if (!readerPath.startsWith(root + "/")) {
      return readerPath.equals(root) ? "" : readerPath;
    }
    List<String> steps =
        new ArrayList<>(Arrays.asList(readerPath.substring(root.length() + 1).split("/", -1)));
    // A claim, then, if that is submods, a name and a claim again, and so on.
    for (int i = 0; i < steps.size(); i += 2) {
      steps.set(i, names.apply(steps.get(i)));
      if (!steps.get(i).equals(Claims.SUBMODULES.name())) {
        break;
      }
    }
    return String.join("/", steps.subList(Math.min(outer, steps.size()), steps.size()));
  }
}
