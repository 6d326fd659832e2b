package org.rats4j.eat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.UriSyntax;

/**
 * Where the digital letter of approval of a certified device can be asked for ({@code dloas}; RFC
 * 9711, section 4.2.14).
 *
 * <pre>{@code dloa-type = [ dloa_registrar: general-uri, dloa_platform_label: text,
 *               ? dloa_application_label: text ]}</pre>
 *
 * <p>The registrar is named by the sender: nobody should fetch from there by itself. A verifier
 * must not pass the claim on unless the device got the certification.
 */
public final class Dloa {
  private final String registrar;
  private final String platformLabel;
  private final @Nullable String applicationLabel;

  private Dloa(String registrar, String platformLabel, @Nullable String applicationLabel) {
    if (!UriSyntax.isUri(registrar)) {
      throw new IllegalArgumentException("registrar is not a URI");
    }
    this.registrar = registrar;
    this.platformLabel = Objects.requireNonNull(platformLabel, "platformLabel");
    this.applicationLabel = applicationLabel;
  }

  /**
   * Returns the approval of a platform.
   *
   * @throws IllegalArgumentException if {@code registrar} is not a URI with a scheme
   */
  public static Dloa of(String registrar, String platformLabel) {
    return new Dloa(registrar, platformLabel, null);
  }

  /**
   * Returns the approval of an application on a platform.
   *
   * @throws IllegalArgumentException if {@code registrar} is not a URI with a scheme
   */
  public static Dloa of(String registrar, String platformLabel, String applicationLabel) {
    return new Dloa(
        registrar, platformLabel, Objects.requireNonNull(applicationLabel, "applicationLabel"));
  }

  /** Returns the URI of the registrar. */
  public String registrar() {
    return registrar;
  }

  /** Returns the label of the platform at the registrar. */
  public String platformLabel() {
    return platformLabel;
  }

  /** Returns the label of the application at the registrar. */
  public Optional<String> applicationLabel() {
    return Optional.ofNullable(applicationLabel);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Dloa other
        && registrar.equals(other.registrar)
        && platformLabel.equals(other.platformLabel)
        && Objects.equals(applicationLabel, other.applicationLabel);
  }

  @Override
  public int hashCode() {
    return Objects.hash(registrar, platformLabel, applicationLabel);
  }

  @Override
  public String toString() {
    return "Dloa["
        + registrar
        + ", "
        + platformLabel
        + (applicationLabel == null ? "" : ", " + applicationLabel)
        + "]";
  }
}
