package org.rats4j.eat;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;

/** A rule of a profile that {@link ProfileClaim} cannot say, such as one between two claims. */
@FunctionalInterface
public interface ClaimsCheck {
  /**
   * Returns what breaks the rule; {@link EatProfile#violation} makes such findings. What is no
   * {@link Finding.Severity#ERROR} is remarked and does not fail.
   *
   * @throws DecodingException if a claim that was not decoded yet is malformed; this breaks the
   *     rule
   */
  List<Finding> check(EatClaims claims) throws DecodingException;
}
