package org.rats4j.cli.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between modules, between packages, and around the public API. */
class ArchitectureTest {
  /** Codecs know the model that hands its bytes to them: they are one room with two doors. */
  private static final DescribedPredicate<JavaClass> IS_INTERNAL = resideInAPackage("..internal..");

  /**
   * Written once, by {@code Bytes} as it is loaded: the door of its package to the array within.
   */
  private static final String SET_BY_A_CLASS_INITIALIZER = "org.rats4j.core.internal.BytesAccess";

  private static final JavaClasses CODE =
      new ClassFileImporter().importPaths(Library.ALL.stream().map(Library::classes).toList());

  @Test
  void knowsEveryLibrary() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      List<String> withModule =
          folders
              .filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
              .map(folder -> folder.getFileName().toString())
              .filter(folder -> !Library.NOT_PUBLISHED.contains(folder))
              .sorted()
              .toList();

      assertEquals(withModule, Library.ALL.stream().map(Library::folder).sorted().toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> arrowsRunDownwardsOnly() {
    return Library.ALL.stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.folder(),
                    () -> {
                      String[] others =
                          Library.ALL.stream()
                              .filter(other -> !library.mayUse(other))
                              .map(Library::packages)
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage(library.packages())
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(others)
                          .check(CODE);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> packagesOfALibraryHaveNoCycles() {
    return Library.ALL.stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.folder(),
                    () ->
                        slices()
                            .matching(library.root() + ".(**)")
                            .should()
                            .beFreeOfCycles()
                            .ignoreDependency(IS_INTERNAL, alwaysTrue())
                            .allowEmptyShould(true)
                            .check(CODE)));
  }

  @Test
  void exportedSignaturesShowNoForeignType() {
    classes()
        .that(PublicApi.IS_EXPORTED)
        .and()
        .resideOutsideOfPackages(Library.BRIDGES)
        .should(PublicApi.SHOW_ONLY_OWN_TYPES)
        .check(CODE);
  }

  @Test
  void onlyABridgeUsesItsLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Library.BRIDGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Library.BRIDGED)
        .check(CODE);
  }

  @Test
  void keepsNoStateInStaticFields() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .doNotHaveFullyQualifiedName(SET_BY_A_CLASS_INITIALIZER)
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            assignableTo(AtomicReference.class)
                .or(assignableTo(AtomicInteger.class))
                .or(assignableTo(AtomicLong.class))
                .or(assignableTo(AtomicBoolean.class))
                .or(assignableTo(ThreadLocal.class))
                .or(assignableTo(HashMap.class))
                .or(assignableTo(ArrayList.class))
                .or(assignableTo(ConcurrentMap.class)))
        .check(CODE);
  }

  @Test
  void registersNoProvider() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Security.class)))
                .and(target(nameMatching("addProvider|insertProviderAt|removeProvider"))))
        .check(CODE);
    noClasses().should().beAssignableTo(Provider.class).check(CODE);
  }

  @Test
  void namesNothingAfterItsOffice() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(CODE);
  }
}
