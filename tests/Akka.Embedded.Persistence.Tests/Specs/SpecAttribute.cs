using Akka.Embedded.Persistence.Tests.Databases;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Akka.Embedded.Persistence.Tests.Specs;

/// <summary>A test for each database; skipped, with the reason, on one that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Akka.Embedded.Persistence.Tests.Specs.SpecDiscoverer", "Akka.Embedded.Persistence.Tests")]
public sealed class SpecAttribute : FactAttribute;

/// <summary>Finds the tests that are marked with <see cref="SpecAttribute"/>.</summary>
public sealed class SpecDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        return testMethod.TestClass.Class.Name == typeof(PostgresTests).FullName
            ? new PostgresTestCase(DiagnosticMessageSink, display, options, testMethod)
            : new XunitTestCase(DiagnosticMessageSink, display, options, testMethod);
    }
}

/// <summary>A test on PostgreSQL.</summary>
public sealed class PostgresTestCase : XunitTestCase
{
    // Made from its serialized form by the runner.
#pragma warning disable CS0618
    public PostgresTestCase()
    {
    }
#pragma warning restore CS0618

    public PostgresTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnosticMessageSink, display, options, testMethod)
    {
    }

    // The console names a skipped test and not its reason, so the name has it.
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        PostgresSchema.WhyMissing is { } why ? $"{base.GetDisplayName(factAttribute, displayName)} ({why})" : base.GetDisplayName(factAttribute, displayName);

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => PostgresSchema.WhyMissing;
}
