package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.json.JsonObject;

class KeyFileTest {
  @TempDir private Path folder;

  private String file(String form) throws Exception {
    byte[] spki = Keys.pair().getPublic().getEncoded();
    byte[] pkcs8 = Keys.pair().getPrivate().getEncoded();
    Keys keys = Keys.in(folder);
    byte[] bytes =
        switch (form) {
          case "jwk" -> Files.readAllBytes(Path.of(keys.publicJwk()));
          case "jwks" ->
              ("{\"keys\":[" + Files.readString(Path.of(keys.publicJwk())) + "]}").getBytes();
          case "cose-key" -> Files.readAllBytes(Path.of(keys.publicCose()));
          case "spki" -> spki;
          case "pem" -> new Pem(Pem.PUBLIC_KEY, Bytes.copyOf(spki)).encode().getBytes();
          case "private der" -> pkcs8;
          default -> new Pem(Pem.PRIVATE_KEY, Bytes.copyOf(pkcs8)).encode().getBytes();
        };
    return Files.write(folder.resolve("key file"), bytes).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwk", "jwks", "cose-key", "spki", "pem", "private der", "private pem"})
  void verifiesWithAKeyInEveryForm(String form) throws Exception {
    String claims = Files.writeString(folder.resolve("claims"), "{\"iat\":1}").toString();
    String token = folder.resolve("token").toString();
    String key = Keys.in(folder).privateJwk();
    assertEquals(0, Run.of("sign", "--key", key, "--to", "jwt", "-o", token, claims).exit());

    Run run = Run.of("verify", "--key", file(form), token);

    assertEquals(0, run.exit(), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"private der", "private pem"})
  void signsWithAPrivateKeyAndNeverShowsIt(String form) throws Exception {
    String claims = Files.writeString(folder.resolve("claims"), "{\"iat\":1}").toString();
    String key = file(form);

    assertEquals(0, Run.of("sign", "--key", key, "--to", "jwt", claims).exit());
    Run shown = Run.of("inspect", "--json", key);

    assertEquals(0, shown.exit(), shown.err());
    String hex = HexFormat.of().formatHex(Keys.pair().getPrivate().getEncoded());
    assertFalse(shown.out().contains(hex.substring(70, 130)), shown.out());
    assertTrue(shown.out().contains("\"private\":true"), shown.out());
  }

  @Test
  void readsTheKeysOfAllAreas() throws Exception {
    for (String area : Vectors.areas()) {
      for (JsonObject entry : Vectors.entries(area)) {
        if (List.of("key", "x509", "spki").contains(Vectors.text(entry, "kind"))
            && Vectors.text(entry, "expect").equals("valid")) {
          String file =
              Vectors.folder().resolve(area).resolve(Vectors.text(entry, "file")).toString();

          Run run = Run.of("inspect", "--json", file);

          assertEquals(0, run.exit(), file + run.out());
        }
      }
    }
  }
}
