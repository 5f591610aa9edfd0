using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>TLS as Kestrel's own configuration has it.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_link_and_HTTP_are_served_under_a_certificate_of_the_configuration()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(PathOf("cert.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());
        using var service = ServiceProcess.Start(
            ["--urls", "https://127.0.0.1:0"],
            ("TELEPHONYACTORS_Kestrel__Certificates__Default__Path", PathOf("cert.pem")),
            ("TELEPHONYACTORS_Kestrel__Certificates__Default__KeyPath", PathOf("key.pem")));

        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint };
        using var http = new HttpClient(trusting);
        Assert.Contains("ready", await http.GetStringAsync(new Uri(service.Url, "/health")), StringComparison.Ordinal);
        using var raw = await Links.RawLink.ConnectAsync(service, "", options => options.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint);
    }

    [Fact]
    public void Without_a_certificate_https_is_refused_in_a_sentence()
    {
        var (status, error) = ServiceProcess.Refused(["--urls", "https://127.0.0.1:0"], ("HOME", _folder.FullName));
        Assert.Equal(2, status);
        Assert.StartsWith("--urls: cannot be served: ", error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
