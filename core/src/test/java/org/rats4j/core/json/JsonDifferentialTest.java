package org.rats4j.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class JsonDifferentialTest {
  /** Drawn more often than other bytes, so that much of what is drawn is JSON. */
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\":",
    "\"b\":",
    "\"\\u0061\":",
    "\"\\ud83d\\ude00\"",
    "\"",
    "\\",
    "0",
    "-0",
    "1",
    "12",
    ".5",
    "e7",
    "E-0",
    "true",
    "false",
    "null",
    " ",
    "\n",
    "\u00e9",
    "\u20ac",
    "\ud83d\ude00",
    "\\n",
    "\\u00e9",
    "\\ud800",
    "{\"a\":1}",
    "[[]]",
    "[1,2]",
    "\"x\"",
    "tru",
    "\t"
  };

  @RepeatedTest(2000)
  void agreesWithJacksonOnRandomPieces(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }

    JacksonOracle.compare(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @RepeatedTest(2000)
  void agreesWithJacksonOnMutatedDocuments(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] json = document(random, 4).getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i > 0; i--) {
      byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
      json[random.nextInt(json.length)] = piece[random.nextInt(piece.length)];
    }

    JacksonOracle.compare(json);
  }

  private static String document(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    boolean object = random.nextBoolean();
    text.append(object ? '{' : '[');
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ",").append(object ? "\"" + "name".repeat(i % 4) + i + "\":" : "");
      text.append(random.nextInt(depth) > 1 ? document(random, depth - 1) : scalar(random));
    }
    return text.append(object ? '}' : ']').toString();
  }

  private static String scalar(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 1 -> Double.toString(random.nextGaussian());
      case 2 -> "\"" + "text \u00e9\u20ac\ud83d\ude00\\n".repeat(random.nextInt(3)) + "\"";
      case 3 -> "\"" + "plain".repeat(random.nextInt(10)) + "\"";
      case 4 -> Boolean.toString(random.nextBoolean());
      default -> "null";
    };
  }
}
