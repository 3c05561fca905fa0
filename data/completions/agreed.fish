# SPDX-License-Identifier: GPL-3.0-or-later
# Fish completion for agreed(1).
complete -c agreed -n __fish_use_subcommand -f -a show -d 'Show the texts that files hold'
complete -c agreed -n __fish_use_subcommand -f -a compare -d 'Compare two texts'
complete -c agreed -n __fish_use_subcommand -f -a topics -d 'Name the topics of each paragraph'
complete -c agreed -n __fish_use_subcommand -l version -d 'Print the version'
complete -c agreed -l help -d 'Say what there is'
complete -c agreed -n '__fish_seen_subcommand_from show topics' -l format -x -a 'text json' -d 'How to write it'
complete -c agreed -n '__fish_seen_subcommand_from compare' -l format -x -a 'text json html docx csv' -d 'How to write it'
complete -c agreed -n '__fish_seen_subcommand_from compare' -l output -r -d 'Write to a file'
complete -c agreed -n '__fish_seen_subcommand_from compare' -l older-text -x -d 'Symbol or number of the older text'
complete -c agreed -n '__fish_seen_subcommand_from compare' -l newer-text -x -d 'Symbol or number of the newer text'
complete -c agreed -n '__fish_seen_subcommand_from compare' -l tracked -d 'The two states of one file with tracked changes'
complete -c agreed -n '__fish_seen_subcommand_from topics' -l text -x -d 'Symbol or number of the text'
