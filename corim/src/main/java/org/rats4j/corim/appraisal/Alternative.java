package org.rats4j.corim.appraisal;

/**
 * Another answer to a question that the draft leaves open than the one that is recommended here.
 * What each question is, and what the recommended answer, stands beside it.
 */
public enum Alternative {
  /**
   * Several tuples of evidence match one reference value. Recommended: each is corroborated. This:
   * the first alone.
   */
  FIRST_ONLY("D1"),

  /**
   * What a matching reference value corroborates. Recommended: the elements and code points that it
   * names, with the values of the evidence. This, as the draft is written: all elements of the
   * evidence, so that one reference value vouches for unrelated ones.
   */
  WHOLE_ECT("D2"),

  /**
   * What is corroborated if the reference value names less than the evidence, such as a class and
   * no instance. Recommended: the environment of the reference value. This: that of the evidence.
   */
  EVIDENCE_ENVIRONMENT("D3"),

  /**
   * What the conditions of endorsements are matched against. Recommended: evidence, reference
   * values and endorsements. This: evidence and endorsements.
   */
  EVIDENCE_AND_ENDORSED("D4"),

  /**
   * {@code authorized-by} of a measurement in a condition. Recommended: only what those say
   * matches. This, as the draft is written: it is ignored.
   */
  IGNORE_AUTHORIZED_BY("D5"),

  /**
   * Forms of one key. Recommended: who is known by a certificate or key is also known by its key
   * and by thumbprints. This: equal encodings alone.
   */
  EXACT_AUTHORITY("D6"),

  /**
   * One mkey several times in a reference value. Recommended: each of them needs an element. This:
   * the tag is invalid.
   */
  REJECT_REPEATED_MKEY("D7"),

  /**
   * Evidence of one environment and authority in several tuples. Recommended: it is one tuple.
   * This: it stays apart, and a condition has to be met by one of them alone.
   */
  NO_MERGE("D8"),

  /**
   * Code points for which the draft has no comparison: flags, addresses, serial number, ueid, uuid,
   * name. Recommended: equality, of flags containment. This, as the draft is written: no match.
   */
  NO_MATCH_WITHOUT_RULE("D9"),

  /**
   * A version without scheme. Recommended: it matches one with any scheme. This: the maps are
   * equal.
   */
  VERSION_MAP_EQUALITY("D10"),

  /**
   * Digest algorithms by number and by name. Recommended: they are the same. This: they are not.
   */
  DIGEST_NAMES_AS_SPELLED("D11"),

  /**
   * What the triples of keys are matched against. Recommended: the key has to be in evidence,
   * endorsements or verified keys. This: the environment alone has to match.
   */
  KEYS_BY_ENVIRONMENT("D12"),

  /**
   * The environment of a member of a domain. Recommended: it is contained in the one that was
   * accepted. This: it is equal.
   */
  MEMBER_EQUALITY("D14"),

  /** A bad triple. Recommended, and demanded by the draft: its tag is dropped. This: it alone. */
  DROP_TRIPLE("D20"),

  /**
   * Values that draft-ietf-rats-corim-12 is expected to bring: code points 16 to 19 with ranges and
   * sets of numbers. Recommended: unknown, no match. This: they are compared.
   */
  DRAFT_12_VALUES("draft-12");

  private final String question;

  Alternative(String question) {
    this.question = question;
  }

  /** Returns the question as docs/specs.md lists them, such as D2. */
  public String question() {
    return question;
  }
}
