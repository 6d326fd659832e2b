package org.rats4j.ear;

/**
 * Patterns of policies: an asterisk stands for any number of characters, every other character for
 * itself.
 */
public final class Glob {
  private Glob() {}

  /**
   * Returns whether all of {@code text} fits {@code pattern}; without recursion, in steps that are
   * at most the product of the two lengths.
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
