package org.rats4j.ear;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

/**
 * Converts claims between dialects and between encodings, and says what is lost: nothing is dropped
 * silently.
 *
 * <pre>{@code
 * ConvertedEar old = EarConverter.to(EarDialect.VERAISON_2023).convert(claims);
 * old.losses().forEach(loss -> log.warn("{} at {}", loss.code(), loss.path()));
 * }</pre>
 */
public final class EarConverter {
  private final EarDialect target;
  private final String profile;
  private final @Nullable MediaType evidenceType;

  private EarConverter(EarDialect target, String profile, @Nullable MediaType evidenceType) {
    this.target = target;
    this.profile = profile;
    this.evidenceType = evidenceType;
  }

  /** Returns a converter to {@code target}, with the profile of that dialect. */
  public static EarConverter to(EarDialect target) {
    return new EarConverter(target, target.profile(), null);
  }

  /** Returns a converter that sets another profile, such as an alias of the dialect. */
  public EarConverter withProfile(String value) {
    return new EarConverter(target, Objects.requireNonNull(value, "value"), evidenceType);
  }

  /**
   * Returns a converter that knows the type of raw evidence, which dialects before 04 do not say.
   */
  public EarConverter withEvidenceType(MediaType value) {
    return new EarConverter(target, profile, Objects.requireNonNull(value, "value"));
  }

  /** Returns {@code claims} in the target dialect. */
  public ConvertedEar convert(EarClaims claims) {
    return new DialectConversion(claims.dialect(), target, profile, evidenceType).convert(claims);
  }

  /**
   * Returns {@code claims} in a form that {@code target} can carry. Claims that were built are so
   * already; of those that were received, the ones that no codec knows are translated, or left out
   * where that cannot be done.
   */
  public static ConvertedEar toEncoding(EarClaims claims, Encoding target) {
    return new EncodingConversion(target).convert(claims);
  }
}
