package org.groundswell.dashboard.alerts;

import java.time.LocalDate;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring how the parameters of this module are written. */
@Configuration(proxyBeanMethods = false)
class ParameterForms implements WebMvcConfigurer {

  static {
    // Or the OpenAPI document would take their components for parameters.
    SpringDocUtils.getConfig().addSimpleTypesForParameterObject(BoundingBox.class, Cursor.class);
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, BoundingBox.class, BoundingBox::of);
    registry.addConverter(String.class, Cursor.class, Cursor::of);
    // Spring would read days in the short form of the machine's language.
    registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
  }
}
