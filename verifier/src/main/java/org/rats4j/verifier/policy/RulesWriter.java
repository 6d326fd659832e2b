package org.rats4j.verifier.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.ear.Category;

/** Writes policies. */
final class RulesWriter {
  private final JsonWriter out = new JsonWriter();

  private RulesWriter() {}

  static Bytes write(PolicyRules policy) {
    return new RulesWriter().policy(policy);
  }

  /** Returns a condition as policies have it, for people. */
  static String text(Condition condition) {
    if (condition.equals(Condition.ALWAYS)) {
      return "always";
    }
    RulesWriter writer = new RulesWriter();
    writer.write(condition);
    return writer.out.toBytes().toUtf8();
  }

  private Bytes policy(PolicyRules policy) {
    out.startObject().writeName("id").writeText(policy.id());
    if (!policy.authorities().isEmpty()) {
      out.writeName("authorities").startObject();
      policy.authorities().forEach(this::write);
      out.endObject();
    }
    out.writeName("rules").startArray();
    policy.rules().forEach(this::write);
    out.endArray();
    if (!policy.otherwise().isEmpty()) {
      out.writeName("otherwise");
      write(policy.otherwise());
    }
    return out.endObject().toBytes();
  }

  private void write(NamedAuthority authority) {
    texts(authority.name(), authority.keys().stream().map(NamedAuthority::text).toList());
  }

  private void write(Rule rule) {
    out.startObject().writeName("component").writeText(rule.component());
    if (!rule.when().equals(Condition.ALWAYS)) {
      out.writeName("when");
      write(rule.when());
    }
    out.writeName("set");
    write(rule.claims());
    out.endObject();
  }

  private void write(Map<Category, Integer> claims) {
    out.startObject();
    claims.forEach((category, claim) -> out.writeName(category.wireName()).writeInt(claim));
    out.endObject();
  }

  private void write(Condition condition) {
    out.startObject();
    if (condition instanceof Condition.All all) {
      write("all", all.conditions());
    } else if (condition instanceof Condition.Any any) {
      write("any", any.conditions());
    } else if (condition instanceof Condition.Not not) {
      out.writeName("not");
      write(not.condition());
    } else if (condition instanceof Condition.Corroborated corroborated) {
      elements(
          "corroborated", corroborated.elements(), corroborated.codePoints(), corroborated.by());
    } else if (condition instanceof Condition.Measured measured) {
      texts("measured", measured.elements());
    } else if (condition instanceof Condition.Endorsed endorsed) {
      elements("endorsed", endorsed.elements(), endorsed.codePoints(), endorsed.by());
    } else if (condition instanceof Condition.Known known) {
      out.writeName("known").writeBoolean(known.value());
    } else if (condition instanceof Condition.KnownBy known) {
      out.writeName("known").startObject();
      by(known.by());
      out.endObject();
    } else if (condition instanceof Condition.Key key) {
      texts("key", new TreeSet<>(key.sources()).stream().map(s -> s.wireName()).toList());
    } else if (condition instanceof Condition.Profile profile) {
      texts("profile", profile.profiles().stream().map(Object::toString).sorted().toList());
    } else if (condition instanceof Condition.Claims present) {
      out.writeName("claim").startObject().writeName("name").writeText(present.name()).endObject();
    } else if (condition instanceof Condition.Claim claim) {
      out.writeName("claim").startObject().writeName("name").writeText(claim.name());
      out.writeName("in").startArray();
      claim.values().forEach(out::writeValue);
      out.endArray().endObject();
    }
    out.endObject();
  }

  private void write(String name, List<Condition> conditions) {
    out.writeName(name).startArray();
    conditions.forEach(this::write);
    out.endArray();
  }

  private void elements(
      String name, List<String> patterns, Set<Label> codePoints, List<NamedAuthority> by) {
    if (codePoints.isEmpty() && by.isEmpty()) {
      texts(name, patterns);
      return;
    }
    out.writeName(name).startObject();
    texts("elements", patterns);
    if (!codePoints.isEmpty()) {
      out.writeName("codePoints").startArray();
      // Only Java can name a code point by text: JSON that has one is refused where it is read.
      codePoints.stream().sorted(Comparator.comparing(Label::toString)).forEach(out::writeLabel);
      out.endArray();
    }
    if (!by.isEmpty()) {
      by(by);
    }
    out.endObject();
  }

  private void by(List<NamedAuthority> authorities) {
    texts("by", authorities.stream().map(NamedAuthority::name).toList());
  }

  private void texts(String name, Collection<String> texts) {
    out.writeName(name).startArray();
    texts.forEach(out::writeText);
    out.endArray();
  }
}
