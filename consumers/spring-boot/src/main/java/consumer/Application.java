package consumer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A relying party as a service: takes an attestation result, answers with its status. */
@SpringBootApplication
public class Application {
  /** Starts the service, asks it once and ends. */
  public static void main(String[] args) throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            Application.class,
            "--server.port=0",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn")) {
      KeyPair pair = context.getBean(KeyPair.class);
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      Bytes ear =
          Ear.jwt(
                  Ear.builder()
                      .verifierId("https://verifier.example", "1")
                      .clock(Clock.systemUTC())
                      .lifetime(Duration.ofMinutes(5))
                      .submod("host", Appraisal.builder().claim(Category.EXECUTABLES, 2).build())
                      .deriveStatus()
                      .build())
              .sign(Signers.of(pair.getPrivate(), Algorithms.ED25519));
      expect(200, "AFFIRMING", post(port, ear.toByteArray()));
      expect(400, "EAR_CONTAINER", post(port, "none".getBytes(StandardCharsets.US_ASCII)));
      System.out.println("result read by a service of Spring Boot");
    }
  }

  private static HttpResponse<String> post(String port, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/results"))
            .header("Content-Type", "application/eat+jwt")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void expect(int status, String body, HttpResponse<String> response) {
    if (response.statusCode() != status || !response.body().equals(body)) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  @Bean
  KeyPair verifierKey() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** Immutable and thread-safe: one for all requests. */
  @Bean
  EarExpectations expectations(KeyPair verifierKey) {
    return EarExpectations.builder()
        .key(VerificationKey.of(verifierKey.getPublic()))
        .clock(Clock.systemUTC())
        .build();
  }

  @RestController
  static class Results {
    private final EarExpectations expectations;

    Results(EarExpectations expectations) {
      this.expectations = expectations;
    }

    @PostMapping("/results")
    ResponseEntity<String> status(@RequestBody byte[] token) {
      try {
        Ear ear = Ear.decode(Bytes.copyOf(token), EarOptions.STRICT).verify(expectations);
        return ResponseEntity.ok(ear.appraisal("host").orElseThrow().status().name());
      } catch (RatsException e) {
        return ResponseEntity.badRequest().body(e.code());
      }
    }
  }
}
