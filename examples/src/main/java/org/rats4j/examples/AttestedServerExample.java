package org.rats4j.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Confirmation;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.OemId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.Identity;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsServerSettings;

/** A server that attests: on each connection it proves which firmware answers. */
public final class AttestedServerExample {
  private AttestedServerExample() {}

  /** Takes a port, certificate and key of the server, the key of the device, the firmware. */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      System.err.println("usage: AttestedServer PORT SERVER_CRT SERVER_KEY DEVICE_KEY FIRMWARE");
      System.exit(2);
    }
    serve(listen(args));
  }

  static ServerSocket listen(String[] args) throws Exception {
    List<X509Certificate> chain = Pem.certificates(Files.readString(Path.of(args[1])));
    PrivateKey key = Pem.privateKey(Files.readString(Path.of(args[2])));
    PrivateKey deviceKey = Pem.privateKey(Files.readString(Path.of(args[3])));
    Bytes firmware = Bytes.copyOf(Files.readAllBytes(Path.of(args[4])));

    // snippet: attester
    MeasuredComponent measured = MeasuredComponent.of("firmware", Digest.sha256Of(firmware));
    EatClaims platform =
        EatClaims.builder()
            .put(Claims.UEID, Ueid.eui48(Bytes.ofHex("02005e100007")))
            .put(Claims.OEM_ID, OemId.pen(32473))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.ofUtf8("gateway-7")))
            .put(Claims.MEASUREMENTS, List.of(measured.body(Encoding.CBOR)))
            .build();
    Signer device = Signers.of(deviceKey, Algorithms.ES256);
    AttestationProvider attester =
        request -> {
          CoseKey serverKey = CoseKey.of(request.leaf().getPublicKey());
          EatClaims.Builder claims = platform.toBuilder();
          claims.put(Claims.NONCE, Nonces.of(request.binder())); // of this connection
          claims.put(Claims.CONFIRMATION, Confirmation.of(serverKey));
          return EatCmw.wrap(Eat.cwt(claims.build()).sign(device));
        };
    // end

    Executor threads = Executors.newCachedThreadPool(); // many attest side by side
    Identity identity = Identity.of(chain, Signers.of(key, Algorithms.ES256));
    ExpatProfile profile = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);
    AttestationConfig config =
        AttestationConfig.builder(profile).attest(identity, attester).build();
    TlsServerSettings settings = TlsServerSettings.of(new TlsCredentials(key, chain));
    return AttestedTls.server(BcTls.stack().acceptor(settings), config)
        .serverSocketFactory(threads, 100)
        .createServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getLoopbackAddress());
  }

  static void serve(ServerSocket listener) throws IOException {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) { // has taken our evidence, or is not handed out
        client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
