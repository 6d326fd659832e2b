package org.rats4j.cli.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** Shows JSON Web Keys without their secret members (RFC 7517, RFC 7518). */
final class JwkView {
  private static final Set<String> SECRET =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  /** Shows a JWK. */
  static final Meaning JWK =
      new Meaning() {
        @Override
        public View show(JsonValue value) {
          return value instanceof JsonObject key ? publicMembers(key) : PLAIN.show(value);
        }
      };

  private JwkView() {}

  /** Shows a JWK, or a JWK Set. */
  static View show(JsonValue value) {
    if (value instanceof JsonObject set && set.get("keys").orElse(null) instanceof JsonArray) {
      Map<String, View> members = new LinkedHashMap<>();
      set.members()
          .forEach(
              (name, member) ->
                  members.put(
                      name,
                      name.equals("keys")
                          ? Meaning.plain(member, JWK::show)
                          : Meaning.PLAIN.show(member)));
      return new View.Group(members);
    }
    return JWK.show(value);
  }

  private static View publicMembers(JsonObject key) {
    Map<String, View> members = new LinkedHashMap<>();
    boolean secret = false;
    for (Map.Entry<String, JsonValue> member : key.members().entrySet()) {
      if (SECRET.contains(member.getKey())) {
        secret = true;
      } else {
        members.put(member.getKey(), Meaning.PLAIN.show(member.getValue()));
      }
    }
    members.put("private", new View.Flag(secret));
    return new View.Group(members);
  }
}
