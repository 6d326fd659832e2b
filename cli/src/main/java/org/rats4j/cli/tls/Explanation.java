package org.rats4j.cli.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Kinds;
import org.rats4j.cli.view.Palette;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.cli.view.TreePrinter;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.expat.Authenticator;
import org.rats4j.expat.AuthenticatorRequest;
import org.rats4j.expat.CertificateEntry;
import org.rats4j.expat.ConnectionState;
import org.rats4j.expat.ExchangeListener;
import org.rats4j.expat.Frame;
import org.rats4j.expat.SignatureScheme;
import org.rats4j.expat.TlsExtension;
import org.rats4j.expat.UnverifiedAuthenticator;
import org.rats4j.expat.tls.TlsRole;

/** Says in words what passes in an exchange. */
public final class Explanation implements ExchangeListener {
  private final Consumer<String> lines;
  private final Palette palette;

  /** Creates an explanation that goes to {@code lines}. */
  public Explanation(Consumer<String> lines, Palette palette) {
    this.lines = Objects.requireNonNull(lines, "lines");
    this.palette = Objects.requireNonNull(palette, "palette");
  }

  @Override
  public void sending(Frame frame) {
    explain("sent", frame);
  }

  @Override
  public void received(Frame frame) {
    explain("received", frame);
  }

  @Override
  public void entered(ConnectionState state) {
    lines.accept("state: " + palette.bold(state.name()));
  }

  private void explain(String how, Frame frame) {
    String size = " (frame " + frame.type() + ", " + frame.payload().size() + " bytes)";
    try {
      lines.accept(how + " " + palette.name(title(frame)) + size);
      details(frame).forEach(line -> lines.accept("  " + line));
    } catch (RatsException e) {
      lines.accept("  cannot be read: " + TerminalText.safe(String.valueOf(e.getMessage())));
    }
  }

  private static String title(Frame frame) throws RatsException {
    return switch (frame.type()) {
      case Frame.REQUEST -> "authenticator request";
      case Frame.AUTHENTICATOR ->
          Authenticator.decode(frame.payload()).isEmpty()
              ? "empty authenticator: a refusal"
              : "authenticator";
      case Frame.VERDICT -> frame.accepts() ? "verdict: accepted" : "verdict: refused";
      default -> "data";
    };
  }

  private List<String> details(Frame frame) throws RatsException {
    return switch (frame.type()) {
      case Frame.REQUEST -> ofRequest(frame.payload());
      case Frame.AUTHENTICATOR -> ofAuthenticator(frame.payload());
      default -> List.of();
    };
  }

  private static List<String> ofRequest(Bytes payload) throws RatsException {
    TlsRole requester = AuthenticatorRequest.requesterOf(payload).orElse(TlsRole.CLIENT);
    AuthenticatorRequest request =
        AuthenticatorRequest.decode(payload, requester, BoundEvidence.PROFILE);
    List<String> lines = new ArrayList<>();
    lines.add("made by the " + name(requester));
    lines.add("context: " + request.context().toHex());
    lines.add(
        "signatures: "
            + request.signatureSchemes().stream()
                .map(SignatureScheme::name)
                .collect(Collectors.joining(", ")));
    lines.add("takes attestation: " + (request.offersAttestation() ? "yes" : "no"));
    return lines;
  }

  private List<String> ofAuthenticator(Bytes payload) throws RatsException {
    UnverifiedAuthenticator authenticator = Authenticator.decode(payload);
    List<String> lines = new ArrayList<>();
    authenticator.context().ifPresent(context -> lines.add("context: " + context.toHex()));
    for (CertificateEntry entry : authenticator.entries()) {
      String subject =
          EncodedKeys.certificate(entry.certificate()).getSubjectX500Principal().getName();
      lines.add("certificate: " + TerminalText.safe(subject));
      for (TlsExtension extension : entry.extensions()) {
        lines.addAll(ofExtension(extension));
      }
    }
    authenticator
        .scheme()
        .ifPresent(scheme -> lines.add("signature: " + SignatureScheme.name(scheme)));
    lines.add("Finished: " + authenticator.verifyData().size() + " bytes, under the keys of TLS");
    return lines;
  }

  private List<String> ofExtension(TlsExtension extension) {
    String number = String.format(Locale.ROOT, "0x%04x", extension.type());
    if (extension.type() != BoundEvidence.PROFILE.extensionType() || extension.data().size() < 3) {
      return List.of("  extension " + number + ": " + extension.data().size() + " bytes");
    }
    Bytes cmw = extension.data().slice(2, extension.data().size() - 2);
    List<String> lines = new ArrayList<>();
    lines.add("  cmw_attestation (" + number + "): " + cmw.size() + " bytes, not appraised yet");
    try {
      Content content = new Content(cmw);
      String tree =
          TreePrinter.print(Kinds.detect(content).decode(content, false).content(), 4, palette);
      tree.lines().forEach(lines::add);
    } catch (DecodingException e) {
      lines.add("    cannot be read: " + TerminalText.safe(String.valueOf(e.getMessage())));
    }
    return lines;
  }

  private static String name(TlsRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
