package org.rats4j.eat;

import java.util.List;

/**
 * Whom a token is for ({@code aud}): one name in a CWT, one or several in a JWT.
 *
 * @param names the names, each a text that is a URI if it has a colon
 */
public record Audience(List<String> names) {
  /** Creates an audience. */
  public Audience {
    names = List.copyOf(names);
  }

  /** Returns the audience of these names. */
  public static Audience of(String... names) {
    return new Audience(List.of(names));
  }

  /** Returns whether {@code name} is among the names, compared character by character. */
  public boolean contains(String name) {
    return names.contains(name);
  }
}
