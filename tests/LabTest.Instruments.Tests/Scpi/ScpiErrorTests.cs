using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Tests.Scpi;

public sealed class ScpiErrorTests
{
    [Theory]
    [InlineData("-222,\"Data out of range\"", -222, "Data out of range")]
    [InlineData("+0,\"No error\"", 0, "No error")]
    [InlineData("0  No Error", 0, "No Error")]
    [InlineData(" 0 ", 0, "")]
    [InlineData("-113,\"Undefined header;VOTL 5\"", -113, "Undefined header;VOTL 5")]
    public void Reads_entries_as_instruments_write_them(string answer, int code, string message)
    {
        ScpiError.TryParse(answer, out var error).Should().BeTrue();

        error.Should().Be(new ScpiError(code, message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("No error")]
    [InlineData("1.5")]
    [InlineData("-")]
    [InlineData("99999999999,\"?\"")]
    public void Refuses_what_is_no_entry(string answer) => ScpiError.TryParse(answer, out _).Should().BeFalse();
}
