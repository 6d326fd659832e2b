package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.PrintableText;
import org.rats4j.core.RatsException;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustTier;
import org.rats4j.verifier.evidence.FailedComponent;

/** Why a result is not affirming. */
final class Reasons {
  private Reasons() {}

  static List<Finding> of(AttestationResult result) {
    List<Finding> reasons = new ArrayList<>();
    result.components().forEach(component -> add(component, reasons));
    result.failed().forEach(part -> reasons.add(failed(part)));
    return List.copyOf(reasons);
  }

  private static void add(ComponentResult component, List<Finding> into) {
    if (component.status() == TrustTier.NONE) {
      into.add(reason(component.label(), "no policy says anything of it"));
    }
    for (Map.Entry<Category, Integer> claim : component.vector().claims().entrySet()) {
      Category category = claim.getKey();
      TrustTier tier = component.vector().tier(category);
      if (tier != TrustTier.AFFIRMING && tier != TrustTier.NONE) {
        into.add(
            reason(
                component.label() + "/" + category.wireName(),
                tier.wireName()
                    + " ("
                    + claim.getValue()
                    + "): "
                    + component.vector().describe(category).text()));
      }
    }
  }

  private static Finding reason(String path, String message) {
    return new Finding(
        AttestationResult.NOT_AFFIRMING, Severity.ERROR, PrintableText.of(path), message);
  }

  private static Finding failed(FailedComponent part) {
    RatsException failure = part.failure();
    return new Finding(
        failure.code(), Severity.ERROR, PrintableText.of(part.label()), failure.detail());
  }
}
