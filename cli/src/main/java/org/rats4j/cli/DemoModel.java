package org.rats4j.cli;

import java.util.Locale;
import org.rats4j.expat.AttestationModel;

/** The models of RFC 9334, section 5, as people write them behind {@code --model}. */
enum DemoModel {
  /** The relying party asks the verifier. */
  BACKGROUND_CHECK(AttestationModel.BACKGROUND_CHECK),
  /** The attester asks the verifier, and shows what it got. */
  PASSPORT(AttestationModel.PASSPORT);

  private final AttestationModel model;

  DemoModel(AttestationModel model) {
    this.model = model;
  }

  AttestationModel model() {
    return model;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
