package org.rats4j.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;

/**
 * The attester in a process of its own, which really runs from the files that it measures.
 *
 * <p>Key, key id and nonce go in as three lines of hexadecimal digits; the evidence comes out.
 */
public final class AttesterProcess {
  /** The hidden command that the process runs. */
  public static final String COMMAND = "demo-attester";

  private static final HexFormat HEX = HexFormat.of();

  private AttesterProcess() {}

  /**
   * Starts {@code software} as attester and returns its evidence.
   *
   * @throws IOException if the process cannot be started or fails
   */
  static Bytes attest(Software software, String main, PrivateKey key, Bytes keyId, Bytes nonce)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-cp", software.classPath(), main, COMMAND)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      String request =
          HEX.formatHex(key.getEncoded()) + "\n" + keyId.toHex() + "\n" + nonce.toHex() + "\n";
      in.write(request.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] evidence = process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the attester process ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return Bytes.copyOf(evidence);
  }

  /**
   * Answers one request, inside the new process.
   *
   * @throws IOException if the request is incomplete or a file cannot be measured
   * @throws GeneralSecurityException if the key is none
   * @throws DecodingException if the nonce has no room in an EAT
   */
  public static Bytes answer(InputStream in)
      throws IOException, GeneralSecurityException, DecodingException {
    List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 3) {
      throw new IOException("not a request of rats demo");
    }
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(lines.get(0))));
    Attester attester =
        new Attester(
            Signers.of(key, Algorithms.ES256),
            Bytes.ofHex(lines.get(1)),
            Software.running(),
            Machine.running());
    return attester.attest(Bytes.ofHex(lines.get(2)));
  }
}
