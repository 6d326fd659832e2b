package org.rats4j.verifier.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.comid.CryptoKey;

/** Whom a policy names. */
final class Authorities {
  private final TreeMap<String, NamedAuthority> byName = new TreeMap<>();

  private Authorities() {}

  /** Returns those of {@code declared} and of {@code rules}, in the order of their names. */
  static Collection<NamedAuthority> of(Collection<NamedAuthority> declared, List<Rule> rules) {
    Authorities all = new Authorities();
    declared.forEach(all::add);
    rules.forEach(rule -> all.add(rule.when()));
    return all.byName.values();
  }

  private void add(NamedAuthority authority) {
    NamedAuthority known = byName.putIfAbsent(authority.name(), authority);
    if (known != null && !known.equals(authority)) {
      throw new IllegalArgumentException("two authorities of one name");
    }
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Any any) {
      any.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Not not) {
      add(not.condition());
    } else if (condition instanceof Condition.Corroborated corroborated) {
      corroborated.by().forEach(this::add);
    } else if (condition instanceof Condition.Endorsed endorsed) {
      endorsed.by().forEach(this::add);
    } else if (condition instanceof Condition.KnownBy known) {
      known.by().forEach(this::add);
    }
  }

  /** Reads the authorities of the policy at which {@code in} stands. */
  static void read(JsonReader in, Map<String, NamedAuthority> into) throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      if (in.readName().equals("authorities")) {
        readAll(in, into);
      } else {
        in.skip();
      }
    }
    in.endObject();
  }

  private static void readAll(JsonReader in, Map<String, NamedAuthority> into)
      throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      List<CryptoKey> keys = readKeys(in);
      into.put(name, in.build(() -> new NamedAuthority(name, keys)));
      if (into.size() > PolicyRules.RULES_MAX) {
        throw in.fail(Reason.LIMIT_EXCEEDED, "too many authorities");
      }
    }
    in.endObject();
    if (into.isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "authorities without any");
    }
  }

  private static List<CryptoKey> readKeys(JsonReader in) throws DecodingException {
    List<CryptoKey> keys = new ArrayList<>();
    if (in.peekType() == JsonType.STRING) {
      keys.add(readKey(in));
      return keys;
    }
    in.startArray(1, PolicyRules.RULES_MAX);
    while (in.hasNext()) {
      keys.add(readKey(in));
    }
    in.endArray();
    return keys;
  }

  private static CryptoKey readKey(JsonReader in) throws DecodingException {
    String text = in.readText();
    return in.build(() -> NamedAuthority.key(text));
  }
}
