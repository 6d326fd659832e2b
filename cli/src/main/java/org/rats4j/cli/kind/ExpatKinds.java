package org.rats4j.cli.kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.Authenticator;
import org.rats4j.expat.AuthenticatorRequest;
import org.rats4j.expat.CertificateEntry;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.SignatureScheme;
import org.rats4j.expat.TlsExtension;
import org.rats4j.expat.UnverifiedAuthenticator;
import org.rats4j.expat.tls.TlsRole;

/**
 * Exported authenticators (RFC 9261) and requests for them. Nobody can verify them from a file: the
 * keys are those of a connection.
 */
final class ExpatKinds {
  /** In the order of detection. */
  static final List<Kind> ALL = List.of(new RequestKind(), new AuthenticatorKind());

  private static final ExpatProfile PROFILE = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);
  private static final int CMW_LENGTH = 2;

  private static final Map<Integer, String> EXTENSIONS =
      Map.of(
          TlsExtension.SERVER_NAME, "server_name",
          TlsExtension.STATUS_REQUEST, "status_request",
          TlsExtension.SIGNATURE_ALGORITHMS, "signature_algorithms",
          TlsExtension.SIGNED_CERTIFICATE_TIMESTAMP, "signed_certificate_timestamp",
          TlsExtension.CERTIFICATE_AUTHORITIES, "certificate_authorities",
          TlsExtension.OID_FILTERS, "oid_filters",
          TlsExtension.SIGNATURE_ALGORITHMS_CERT, "signature_algorithms_cert",
          ExpatProfile.PLACEHOLDER_TYPE, "cmw_attestation");

  private ExpatKinds() {}

  private static String label(TlsExtension extension) {
    String number = String.format(Locale.ROOT, "0x%04x", extension.type());
    String name = EXTENSIONS.get(extension.type());
    return name == null ? number : name + " (" + number + ")";
  }

  private static boolean decodes(Kind kind, Content content) {
    try {
      kind.decode(content, false);
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  private static final class RequestKind extends Kind {
    RequestKind() {
      super("authenticator-request", "Request for an exported authenticator (RFC 9261)");
    }

    @Override
    public boolean detects(Content content) {
      return AuthenticatorRequest.requesterOf(content.bytes()).isPresent()
          && decodes(this, content);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      TlsRole requester = AuthenticatorRequest.requesterOf(content.bytes()).orElse(TlsRole.CLIENT);
      try {
        AuthenticatorRequest request =
            AuthenticatorRequest.decode(content.bytes(), requester, PROFILE);
        return new Decoded("tls", false, List.of(), show(request));
      } catch (VerificationException e) {
        throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, e.code(), e.path(), e.detail());
      }
    }

    private static View show(AuthenticatorRequest request) {
      View.Builder view = View.Group.builder();
      boolean client = request.requester() == TlsRole.CLIENT;
      view.put("msg_type", client ? "client_certificate_request" : "certificate_request");
      view.put("certificate_request_context", View.bytes(request.context()));
      for (TlsExtension extension : request.extensions()) {
        view.put(label(extension), value(request, extension));
      }
      return view.build();
    }

    private static View value(AuthenticatorRequest request, TlsExtension extension) {
      return switch (extension.type()) {
        case TlsExtension.SIGNATURE_ALGORITHMS -> schemes(request.signatureSchemes());
        case TlsExtension.SIGNATURE_ALGORITHMS_CERT ->
            schemes(request.certificateSignatureSchemes());
        case TlsExtension.SERVER_NAME -> View.text(request.serverName().orElse(""));
        case ExpatProfile.PLACEHOLDER_TYPE -> View.text("offered");
        default -> View.bytes(extension.data());
      };
    }

    private static View schemes(List<Integer> schemes) {
      return View.text(String.join(", ", schemes.stream().map(SignatureScheme::name).toList()));
    }
  }

  private static final class AuthenticatorKind extends Kind {
    AuthenticatorKind() {
      super("authenticator", "Exported authenticator (RFC 9261)");
    }

    @Override
    public boolean detects(Content content) {
      return decodes(this, content);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedAuthenticator authenticator = Authenticator.decode(content.bytes());
      return new Decoded("tls", true, List.of(), show(authenticator, content.level()));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      decode(content, checks.lenient());
      throw VerificationException.of(
          VerificationException.Reason.UNKNOWN_KEY,
          "an authenticator is verified by the keys of its TLS connection, not from a file");
    }

    private static View show(UnverifiedAuthenticator authenticator, int level) {
      View.Builder view = View.Group.builder();
      if (authenticator.isEmpty()) {
        view.put("certificate_list", "empty: a refusal");
      }
      authenticator
          .context()
          .ifPresent(context -> view.put("certificate_request_context", View.bytes(context)));
      int position = 0;
      for (CertificateEntry entry : authenticator.entries()) {
        view.put("entry " + position++, entry(entry, level));
      }
      authenticator
          .scheme()
          .ifPresent(scheme -> view.put("algorithm", SignatureScheme.name(scheme)));
      authenticator
          .signature()
          .ifPresent(signature -> view.put("signature", View.bytes(signature)));
      return view.put("verify_data", View.bytes(authenticator.verifyData())).build();
    }

    private static View entry(CertificateEntry entry, int level) {
      View.Builder view = View.Group.builder();
      Bytes der = entry.certificate();
      view.put("certificate", CertificateView.of(der).orElseGet(() -> View.bytes(der)));
      for (TlsExtension extension : entry.extensions()) {
        view.put(label(extension), value(extension, level));
      }
      return view.build();
    }

    /** Shows {@code opaque cmw_data<1..2^16-1>}, if that is what the data is. */
    private static View value(TlsExtension extension, int level) {
      Bytes data = extension.data();
      boolean attestation =
          extension.type() == ExpatProfile.PLACEHOLDER_TYPE
              && data.size() > CMW_LENGTH
              && (data.at(0) << 8 | data.at(1)) == data.size() - CMW_LENGTH;
      return attestation
          ? Nested.message(data.slice(CMW_LENGTH, data.size() - CMW_LENGTH), level)
          : View.bytes(data);
    }
  }
}
