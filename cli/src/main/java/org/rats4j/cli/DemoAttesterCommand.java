package org.rats4j.cli;

import java.util.concurrent.Callable;
import org.rats4j.cli.demo.AttesterMain;
import picocli.CommandLine.Command;

/** {@code rats demo-attester}: the attester of {@code rats demo} in a process of its own. */
@Command(
    name = AttesterMain.COMMAND,
    hidden = true,
    header = "Attest as ordered on standard input.")
final class DemoAttesterCommand implements Callable<Integer> {
  private final Console console;

  DemoAttesterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SilentTokenLog.install();
    try {
      AttesterMain.run(console.in(), console.out());
      return ExitCode.OK;
    } catch (Exception e) {
      return console.fail("demo-attester", e).exit();
    }
  }
}
