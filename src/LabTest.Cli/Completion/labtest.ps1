# Completion of the labtest command for PowerShell: labtest completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName labtest -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    $command = $commandAst.CommandElements[0].ToString()
    $position = [Math]::Max($line.Length, $cursorPosition - $commandAst.Extent.StartOffset)
    & $command complete $position $line.PadRight($position) 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
