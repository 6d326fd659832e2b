package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that has our module and no optional library. */
class MissingLibraryTest {
  /** Has our classes once more, and hides those of the libraries. */
  private static final class Bare extends ClassLoader {
    private static final List<String> HIDDEN =
        List.of("org.bouncycastle.tls.", "org.conscrypt.", "io.netty.");

    Bare() {
      super(MissingLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (HIDDEN.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.rats4j.expat.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static MethodHandle stack(String name) throws ReflectiveOperationException {
    Class<?> type = Class.forName(name, true, new Bare());
    return MethodHandles.publicLookup().findStatic(type, "stack", MethodType.methodType(type));
  }

  @ParameterizedTest
  @CsvSource({
    "org.rats4j.expat.bc.BcTls, org.bouncycastle:bctls-jdk18on",
    "org.rats4j.expat.conscrypt.ConscryptTls, org.conscrypt:conscrypt-openjdk-uber"
  })
  void isNamedByItsArtifact(String type, String artifact) throws Exception {
    MethodHandle stack = stack(type);

    IllegalStateException e = assertThrows(IllegalStateException.class, stack::invoke);

    assertTrue(e.getMessage().contains(artifact), e.getMessage());
  }

  @Test
  void isNotNeededForTheRest() throws Exception {
    Bare loader = new Bare();

    for (String name : List.of("AttestedConnection", "ExportedAuthenticators", "jsse.JsseTls")) {
      Class<?> type = Class.forName("org.rats4j.expat." + name, true, loader);

      assertEquals(loader, type.getClassLoader());
      assertTrue(type.getMethods().length > 0);
    }
  }
}
