package org.rats4j.verifier.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;

/**
 * A policy made of data, in Java or in JSON. It has no variables, no functions and no loops: what
 * it costs is known when it is read, and it cannot do anything but claim.
 *
 * <pre>{@code
 * policy    = { "id": text, ? "authorities": { 1*256 name: key / [ 1* key ] },
 *               "rules": [ 1*256 rule ], ? "otherwise": claims }
 * rule      = { ? "component": pattern, ? "when": condition, "set": claims }
 * claims    = { 1* category: -128..127 / symbol }   ; "executables": "approved_rt"
 * condition = { "all": [ 1* condition ] } / { "any": [ 1* condition ] } / { "not": condition }
 *           / { "corroborated": elements } / { "measured": elements } / { "endorsed": elements }
 *           / { "known": boolean / { "by": name / [ 1* name ] } }
 *           / { "key": [ 1* source ] } / { "profile": [ 1* uri ] }
 *           / { "claim": { "name": text, ? "in": [ 1* (text / integer / boolean) ] } }
 * elements  = pattern / [ 1* pattern ]
 *           / { "elements": pattern / [ 1* pattern ], ? "codePoints": [ 1* integer ],
 *               ? "by": name / [ 1* name ] }          ; one of the two or both
 * name      = text                                    ; one that "authorities" has
 * key       = text                                    ; see NamedAuthority
 * pattern   = text in which * stands for any number of characters
 * source    = "given" / "store" / "corim" / "trust-anchor" / "component" / "channel"
 * }</pre>
 *
 * <p>Each member of the grammar may stand once and no other member may stand at all; a policy has
 * at most {@value #CONDITIONS_MAX} conditions, {@value #DEPTH_MAX} deep.
 *
 * <p><b>What it means.</b> Every rule whose pattern fits the label and whose condition holds makes
 * its claims. If several claim something of one category, the worst claim stands, in the order of
 * AR4SI: contraindicated, warning, affirming, none, and of one tier a standard value before others;
 * the order of the rules means nothing. What no rule claims, {@code otherwise} does.
 *
 * <p>With {@code by} only reference values and endorsements of CoRIMs count that one of these
 * {@link NamedAuthority authorities} signed; without, those of everybody whose CoRIMs are in the
 * store.
 */
public final class PolicyRules implements AppraisalPolicy {
  /** How many rules a policy may have. */
  public static final int RULES_MAX = 256;

  /** How many conditions a policy may have. */
  public static final int CONDITIONS_MAX = 4096;

  /** How deep conditions may stand in each other. */
  public static final int DEPTH_MAX = 16;

  /** How many rules that do not hold a reason lists. */
  private static final int LISTED = 3;

  private final String id;
  private final List<Rule> rules;
  private final Map<Category, Integer> otherwise;
  private final List<NamedAuthority> authorities;

  PolicyRules(
      String id,
      List<Rule> rules,
      Map<Category, Integer> otherwise,
      Collection<NamedAuthority> declared) {
    this.id = Objects.requireNonNull(id, "id");
    this.rules = List.copyOf(rules);
    this.otherwise = otherwise;
    this.authorities = List.copyOf(Authorities.of(declared, this.rules));
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a policy without name");
    }
    if (rules.isEmpty() || rules.size() > RULES_MAX) {
      throw new IllegalArgumentException("a policy has 1 to " + RULES_MAX + " rules");
    }
  }

  /**
   * Returns a policy.
   *
   * @throws IllegalArgumentException if it has no name, no rule or too many, or if two authorities
   *     have one name
   */
  public static PolicyRules of(String id, List<Rule> rules) {
    return new PolicyRules(id, rules, Map.of(), List.of());
  }

  /**
   * Returns this policy, by which {@code claims} are made in each category of which no rule says
   * anything.
   *
   * @throws IllegalArgumentException if there is no claim, or one is out of range
   */
  public PolicyRules otherwise(Map<Category, Integer> claims) {
    return new PolicyRules(id, rules, Rule.checked(claims), authorities);
  }

  /**
   * Decodes exactly one policy.
   *
   * @throws DecodingException if {@code json} is anything else; the path begins with {@code policy}
   */
  public static PolicyRules decode(Bytes json) throws DecodingException {
    return decode(json, DecodeOptions.STRICT);
  }

  /**
   * Decodes exactly one policy.
   *
   * @throws DecodingException if {@code json} is anything else; the path begins with {@code policy}
   */
  public static PolicyRules decode(Bytes json, DecodeOptions options) throws DecodingException {
    return new RulesReader(json, options).read();
  }

  /** Encodes this policy in JSON without white space. */
  public Bytes encode() {
    return RulesWriter.write(this);
  }

  @Override
  public String id() {
    return id;
  }

  /** Returns the rules. */
  public List<Rule> rules() {
    return rules;
  }

  /** Returns what is claimed where no rule claims anything. */
  public Map<Category, Integer> otherwise() {
    return otherwise;
  }

  /** Returns whom the conditions name, in the order of the names. */
  public List<NamedAuthority> authorities() {
    return authorities;
  }

  @Override
  public Judgement judge(AppraisedComponent component) {
    List<Integer> holding = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).holds(component)) {
        holding.add(i);
      }
    }
    TrustVector.Builder vector = TrustVector.builder();
    Map<Category, String> reasons = new LinkedHashMap<>();
    for (Category category : Category.ALL) {
      claim(category, component.label(), holding, vector, reasons);
    }
    return new Judgement(vector.build(), reasons);
  }

  private void claim(
      Category category,
      String label,
      List<Integer> holding,
      TrustVector.Builder into,
      Map<Category, String> reasons) {
    int by = -1;
    int worst = 0;
    for (int i : holding) {
      Integer claim = rules.get(i).claims().get(category);
      if (claim != null && (by < 0 || isWorse(claim, worst))) {
        by = i;
        worst = claim;
      }
    }
    Integer left = otherwise.get(category);
    if (by >= 0) {
      into.set(category, worst);
      reasons.put(
          category,
          "rule " + by + " of " + id + " holds: " + RulesWriter.text(rules.get(by).when()));
    } else if (left != null) {
      into.set(category, left);
      reasons.put(category, "\"otherwise\" of " + id + " says so: " + whyNone(category, label));
    }
  }

  /** Says which rules would have claimed something of {@code category}, none of which holds. */
  private String whyNone(Category category, String label) {
    List<String> missed = new ArrayList<>();
    int more = 0;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.claims().containsKey(category) && rule.isFor(label)) {
        if (missed.size() < LISTED) {
          missed.add("rule " + i + " " + RulesWriter.text(rule.when()) + whoIsAsked(rule));
        } else {
          more++;
        }
      }
    }
    if (missed.isEmpty()) {
      return "no rule is about it";
    }
    return "no rule about it holds ("
        + String.join("; ", missed)
        + (more > 0 ? "; and " + more + " more)" : ")");
  }

  /** Says whose keys the names in {@code rule} stand for. */
  private static String whoIsAsked(Rule rule) {
    Collection<NamedAuthority> named = Authorities.of(List.of(), List.of(rule));
    return named.isEmpty()
        ? ""
        : " where " + String.join(", ", named.stream().map(NamedAuthority::describe).toList());
  }

  /** Returns whether {@code claim} is worse than {@code other} in the order of AR4SI. */
  private static boolean isWorse(int claim, int other) {
    int tier = TrustTier.ofClaim(claim).severity();
    int otherTier = TrustTier.ofClaim(other).severity();
    if (tier != otherTier) {
      return tier > otherTier;
    }
    // Of one tier standard values go first; then anything that depends on no order.
    return claim >= 0 == other >= 0 ? Math.abs(claim) > Math.abs(other) : claim >= 0;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PolicyRules other
        && id.equals(other.id)
        && rules.equals(other.rules)
        && otherwise.equals(other.otherwise)
        && authorities.equals(other.authorities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, rules, otherwise, authorities);
  }

  /** Returns the name and the number of rules. */
  @Override
  public String toString() {
    return "PolicyRules[" + id + ", " + rules.size() + " rules]";
  }
}
