package org.rats4j.test.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the areas lie, and whether their absence is a failure.
 *
 * @param areas the folder with one folder per area
 * @param required whether an absent area fails; otherwise it is skipped
 */
record VectorFolder(Path areas, boolean required) {
  static final String PROPERTY = "rats4j.vectors";

  static VectorFolder ofEnvironment() {
    return of(Path.of("").toAbsolutePath(), System.getProperty(PROPERTY), System.getenv("CI"));
  }

  static VectorFolder of(Path workingFolder, @Nullable String property, @Nullable String ci) {
    Path root = repositoryRoot(workingFolder);
    boolean named = property != null && !property.isBlank();
    Path areas = root.resolve(named ? property : "../shared/vectors").normalize();
    // Who names a folder means it: a typing error must not look like a green run.
    boolean required = "true".equalsIgnoreCase(ci) || (named && !Files.isDirectory(areas));
    return new VectorFolder(areas, required);
  }

  /** Surefire starts in the folder of a module; the root is the outermost one with a pom. */
  private static Path repositoryRoot(Path workingFolder) {
    Path root = workingFolder;
    for (Path parent = root.getParent();
        parent != null && Files.exists(parent.resolve("pom.xml"));
        parent = parent.getParent()) {
      root = parent;
    }
    return root;
  }
}
