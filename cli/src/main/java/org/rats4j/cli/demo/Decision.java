package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * What a relying party decided.
 *
 * @param accepted whether it trusts the attester
 * @param reasons why
 */
public record Decision(boolean accepted, List<String> reasons) {
  /** Creates a decision. */
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** Returns this decision about {@code who} and another one as one. */
  Decision and(String who, Decision other, String another) {
    List<String> all = new ArrayList<>();
    reasons.forEach(reason -> all.add(who + ": " + reason));
    other.reasons.forEach(reason -> all.add(another + ": " + reason));
    return new Decision(accepted && other.accepted, all);
  }

  /** Writes this decision to {@code letter}. */
  Letter putInto(Letter letter) {
    letter.put("accepted", Boolean.toString(accepted)).put("reasons", reasons.size());
    for (int i = 0; i < reasons.size(); i++) {
      letter.put("reason-" + i, reasons.get(i));
    }
    return letter;
  }

  /** Returns the decision in {@code letter}. */
  static Decision of(Letter letter) {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < letter.number("reasons"); i++) {
      reasons.add(letter.text("reason-" + i));
    }
    return new Decision(Boolean.parseBoolean(letter.text("accepted")), reasons);
  }

  /** Returns why a message was refused; of one attack the same, whichever message shows it. */
  static String reason(RatsException e) {
    String what = e instanceof VerificationException failed ? failed.reason().name() : e.code();
    return what + (e.path().isEmpty() ? "" : " at " + e.path()) + ": " + e.detail();
  }
}
