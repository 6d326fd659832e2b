package org.rats4j.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rats4j.core.RatsException;

/**
 * Runs the roles of RFC 9334 over attested TLS: the relying party asks over a connection, the
 * attester answers for that very connection, the verifier appraises, the relying party decides.
 * Only then the connection carries data. {@link Play} has the course of events.
 */
public final class Demo {
  private final Software software;
  private final Reference reference;
  private final String main;
  private final Optional<SoftHsm> hsm;
  private final Clock clock;
  private final Watcher watcher;

  /**
   * Creates a demo.
   *
   * @param software what the attester runs from
   * @param reference what the build recorded
   * @param main the class whose main method runs the command
   * @param hsm where the attester has its key; empty for none
   */
  public Demo(
      Software software,
      Reference reference,
      String main,
      Optional<SoftHsm> hsm,
      Clock clock,
      Watcher watcher) {
    this.software = Objects.requireNonNull(software, "software");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.main = Objects.requireNonNull(main, "main");
    this.hsm = Objects.requireNonNull(hsm, "hsm");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
  }

  /**
   * Runs it.
   *
   * @throws RatsException if a message is not as it should be, and that is not what was to be shown
   * @throws IOException if a file cannot be read or the process of the attester fails
   * @throws GeneralSecurityException if there is no P-256 here
   */
  public Decision run(Scenario scenario)
      throws RatsException, IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("rats-demo");
    try {
      Optional<SoftHsm.Token> token = Optional.empty();
      if (hsm.isPresent()) {
        token = Optional.of(hsm.get().newToken(folder));
      }
      return play(scenario, softwareOf(scenario, folder), token);
    } finally {
      delete(folder);
    }
  }

  private Software softwareOf(Scenario scenario, Path folder) throws IOException {
    if (scenario.attack() != Scenario.Attack.TAMPER) {
      return software;
    }
    Software copy = software.copyTo(folder);
    String changed = copy.tamper("rats4j-core");
    watcher.step(
        Cast.of(scenario).there(),
        "starts from a copy of its files, of which somebody changed " + changed);
    return copy;
  }

  private Decision play(Scenario scenario, Software ofAttester, Optional<SoftHsm.Token> token)
      throws RatsException, IOException, GeneralSecurityException {
    try (AttesterProcess process = AttesterProcess.start(ofAttester, main, token)) {
      Factory factory = new Factory(reference, clock, watcher);
      return new Play(Cast.of(scenario), factory, software, token, clock, watcher).run(process);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
