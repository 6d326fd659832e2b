package org.rats4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.rats4j.benchmarks.Goal;

/** Prints the results of a run as Markdown, one line per operation, input and peer. */
public final class RatioTable {
  private static final String OURS = "rats4j";
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private RatioTable() {}

  /**
   * Prints the table.
   *
   * @param arguments the JSON file that JMH wrote
   */
  public static void main(String[] arguments) throws IOException {
    String results = Files.readString(Path.of(arguments[0]));
    System.out.print(machine(results) + "\n\n" + of(results));
  }

  /** Says what kind of machine it was, and not which one. */
  private static String machine(String resultsOfJmh) throws IOException {
    JsonNode first = new ObjectMapper().readTree(resultsOfJmh).path(0);
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %d CPUs, %d forks of %d iterations.",
        first.path("vmName").asText(),
        first.path("jdkVersion").asText(),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        first.path("forks").asInt(),
        first.path("measurementIterations").asInt());
  }

  static String of(String resultsOfJmh) throws IOException {
    Map<String, Map<String, Result>> operations = new LinkedHashMap<>();
    for (JsonNode node : new ObjectMapper().readTree(resultsOfJmh)) {
      Result result = Result.of(node);
      operations
          .computeIfAbsent(result.operation(), name -> new LinkedHashMap<>())
          .put(result.method(), result);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "| operation | peer | rats4j µs | peer µs | times as fast | rats4j B | peer B | B ratio | goal |");
    lines.add("|---|---|--:|--:|--:|--:|--:|--:|---|");
    for (Map<String, Result> methods : operations.values()) {
      Result ours = methods.get(OURS);
      if (ours == null) {
        continue; // a filter left it out: there is no ratio
      }
      for (Result peer : methods.values()) {
        if (!peer.method().equals(OURS)) {
          lines.add(line(ours, peer));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Result ours, Result peer) {
    double speed = peer.time() / ours.time();
    double allocation = ours.allocated() / peer.allocated();
    StringJoiner line = new StringJoiner(" | ", "| ", " |");
    line.add(ours.operation()).add(peer.method());
    line.add(number(ours.time())).add(number(peer.time())).add(number(speed));
    line.add(whole(ours.allocated())).add(whole(peer.allocated())).add(number(allocation));
    return line.add(verdict(ours.goal(), peer.method(), speed, allocation)).toString();
  }

  private static String verdict(@Nullable Goal goal, String peer, double speed, double allocation) {
    if (goal == null || !goal.peer().equals(peer)) {
      return "";
    }
    String bounds = "≥ " + number(goal.speed());
    boolean reached = speed >= goal.speed();
    if (Double.isFinite(goal.allocation())) {
      bounds += ", B ≤ " + number(goal.allocation());
      reached &= allocation <= goal.allocation();
    }
    return bounds + (reached ? ": reached" : ": **missed**");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** One benchmark method on one input. */
  private record Result(
      String operation, String method, double time, double allocated, @Nullable Goal goal) {

    static Result of(JsonNode node) {
      String benchmark = node.path("benchmark").asText();
      int dot = benchmark.lastIndexOf('.');
      String className = benchmark.substring(0, dot);
      StringJoiner operation = new StringJoiner(" ");
      operation.add(className.substring(className.lastIndexOf('.') + 1));
      node.path("params").forEach(value -> operation.add(value.asText()));
      return new Result(
          operation.toString(),
          benchmark.substring(dot + 1),
          node.path("primaryMetric").path("score").asDouble(),
          node.path("secondaryMetrics").path(ALLOCATION).path("score").asDouble(Double.NaN),
          goal(className));
    }

    private static @Nullable Goal goal(String className) {
      try {
        return Class.forName(className).getAnnotation(Goal.class);
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException("results of another build", e);
      }
    }
  }
}
