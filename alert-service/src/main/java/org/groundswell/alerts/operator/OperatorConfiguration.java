package org.groundswell.alerts.operator;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door before everything under {@code /api/v1}, whoever serves it. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration implements WebMvcConfigurer {

  private final OperatorAccess access;

  OperatorConfiguration(OperatorAccess access) {
    this.access = access;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(access).addPathPatterns("/api/v1/**");
  }
}
