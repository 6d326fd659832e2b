package org.rats4j.ear;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/**
 * Looks for two spellings of one claim in one token, which two readers would read differently. What
 * claims hold that are opaque to EAR does not count.
 */
final class Spelling {
  private static final int DOTTED = 1;
  private static final int UNDERSCORED = 2;
  private static final int NUMBER = 4;

  private final int[] seen = new int[EarClaim.values().length];
  private final int levels;
  private boolean dots;
  private boolean underscores;
  private boolean nested;

  private Spelling(int levels) {
    this.levels = levels;
  }

  /**
   * Checks the claims-set at which {@code in} stands.
   *
   * @return what was seen
   * @throws DecodingException with {@link EarCodes#EAR_SMUGGLED_NAME} if a claim has two spellings
   */
  static Spelling check(Source in, EarOptions options) throws DecodingException {
    Spelling spelling = new Spelling(options.nestedEars());
    spelling.walkEar(in, 1);
    return spelling;
  }

  /**
   * Returns the dialect that the names show.
   *
   * @throws DecodingException with {@link EarCodes#EAR_SMUGGLED_NAME} if they show two
   */
  EarDialect dialect() throws DecodingException {
    if (dots && underscores) {
      throw DecodingException.of(
          Reason.DUPLICATE_KEY, EarCodes.EAR_SMUGGLED_NAME, "", "names of two dialects");
    }
    return dots ? EarDialect.VERAISON_2023 : EarDialect.IETF_04;
  }

  /** Returns whether a submodule has submodules itself, as every nested EAR does. */
  boolean hasNested() {
    return nested;
  }

  private void walkEar(Source in, int level) throws DecodingException {
    in.startMap();
    while (in.hasNext()) {
      EarClaim claim = note(in, in.readKey());
      nested |= level > 1 && claim == EarClaim.SUBMODS;
      if (claim == EarClaim.SUBMODS && in.shape() == Source.Shape.MAP) {
        walkSubmods(in, level);
      } else {
        in.skip();
      }
    }
    in.endMap();
  }

  private void walkSubmods(Source in, int level) throws DecodingException {
    in.startMap();
    while (in.hasNext()) {
      in.readKey();
      if (in.shape() == Source.Shape.MAP && level <= levels) {
        walkEar(in, level + 1);
      } else {
        in.skip();
      }
    }
    in.endMap();
  }

  /** Notes the spelling of a claim and returns the claim if the key is one. */
  private @Nullable EarClaim note(Source in, Label label) throws DecodingException {
    EarClaim claim = ClaimTable.findName(label);
    int spelling = 0;
    if (claim != null) {
      spelling = label.equals(claim.dottedLabel()) ? DOTTED : UNDERSCORED;
    } else if (in.encoding() == Encoding.CBOR) {
      claim = ClaimTable.findNumber(label);
      spelling = NUMBER;
    }
    if (label instanceof Label.OfText name) {
      dots |= name.value().startsWith("ear.");
      underscores |= name.value().startsWith("ear_");
    }
    if (claim == null) {
      return null;
    }
    int all = seen[claim.ordinal()] |= spelling;
    if (Integer.bitCount(all) > 1) {
      throw in.fail(Reason.DUPLICATE_KEY, EarCodes.EAR_SMUGGLED_NAME, "two spellings of one claim");
    }
    boolean marks = in.encoding() == Encoding.JSON || spelling == NUMBER;
    return marks ? claim : null;
  }
}
