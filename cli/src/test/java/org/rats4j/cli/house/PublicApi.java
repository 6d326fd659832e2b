package org.rats4j.cli.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user of the libraries can see. */
final class PublicApi {
  private static final Set<String> EXPORTED =
      Library.ALL.stream().flatMap(PublicApi::exports).collect(Collectors.toSet());

  static final DescribedPredicate<JavaClass> IS_EXPORTED =
      DescribedPredicate.describe("are exported", PublicApi::isExported);

  static final ArchCondition<JavaClass> SHOW_ONLY_OWN_TYPES =
      new ArchCondition<>("show only types of the JDK and of ours") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          shown(type)
              .filter(PublicApi::isForeign)
              .distinct()
              .forEach(
                  foreign ->
                      events.add(
                          SimpleConditionEvent.violated(
                              type, type.getName() + " shows " + foreign.getName())));
        }
      };

  private PublicApi() {}

  private static Stream<String> exports(Library library) {
    try (InputStream descriptor =
        Files.newInputStream(library.classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(descriptor).exports().stream()
          .map(ModuleDescriptor.Exports::source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExported(JavaClass type) {
    return EXPORTED.contains(type.getPackageName()) && isVisible(type.getModifiers());
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> members =
        type.getMembers().stream()
            .filter(member -> isVisible(member.getModifiers()))
            .flatMap(PublicApi::shown);
    return Stream.concat(parents, members)
        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaType> shown(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit method = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(method.getReturnType()),
            method.getParameterTypes().stream(),
            method.getExceptionTypes().stream())
        .flatMap(types -> types);
  }

  private static boolean isForeign(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return !base.isPrimitive()
        && Stream.of("java.", "javax.", "org.rats4j.").noneMatch(base.getName()::startsWith);
  }
}
